package dev.memoized.infinispan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.memoized.cells.Names;
import dev.memoized.spi.Lease;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.IntStream;
import org.infinispan.configuration.cache.CacheMode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How long operations take, printed for docs/proof/infinispan.md; what they come to is asserted. */
@Tag("chaos")
@Timeout(300)
class LatencyTest {
    private static final int ROUNDS = 100 * Integer.getInteger("memoized.rounds", 1);

    private interface Deed {
        boolean done(int round);
    }

    private static void print(String what, Deed deed) {
        long[] nanos = new long[ROUNDS];
        for (int round = -ROUNDS; round < ROUNDS; round++) {
            long began = System.nanoTime();
            assertThat(deed.done(round)).isTrue();
            if (round >= 0) {
                nanos[round] = System.nanoTime() - began;
            }
        }
        Arrays.sort(nanos);
        System.out.printf("| %s | %.1f | %.1f |%n", what, nanos[ROUNDS / 2] / 1e3, nanos[ROUNDS * 99 / 100] / 1e3);
    }

    @Test
    void operations_ofEachKindOfCluster() {
        System.out.println("| operation, 100 bytes | p50 µs | p99 µs |\n|---|---:|---:|");
        for (CacheMode mode : new CacheMode[] {CacheMode.LOCAL, CacheMode.REPL_SYNC, CacheMode.DIST_SYNC}) {
            Cluster cluster = mode == CacheMode.LOCAL
                    ? Cluster.local()
                    : mode == CacheMode.REPL_SYNC ? Cluster.replicated(3) : Cluster.distributed(3);
            try {
                cluster.start();
                try (Bench bench = new Bench(cluster)) {
                    print(bench, mode.friendlyCacheModeString().toLowerCase(Locale.ROOT));
                    if (mode == CacheMode.DIST_SYNC) {
                        printRemote(bench, cluster);
                    }
                }
                if (mode == CacheMode.REPL_SYNC) {
                    printLocks(cluster);
                }
            } finally {
                cluster.stop();
            }
        }
    }

    private static void print(Bench bench, String mode) {
        String value = "v".repeat(100);
        bench.on(0).put("key", bench.entry(value, "tag"), Bench.LIFE);
        print(mode + ": hit, with the marks of namespace and tag", round -> value.equals(bench.read(0, "key")));
        print(mode + ": lease and release", round -> {
            bench.on(0).release(bench.lease(0, "leased-" + round));
            return true;
        });
        print(mode + ": lease and publish", round -> {
            Lease lease = bench.lease(0, "published-" + round);
            return bench.on(0).publish(lease, bench.entry(value, "tag"), Bench.LIFE);
        });
        print(mode + ": delete", round -> bench.on(0).invalidate("published-" + round));
    }

    private static void printRemote(Bench bench, Cluster cluster) {
        String key = IntStream.range(0, 1_000)
                .mapToObj(number -> "far-" + number)
                .filter(name -> !cluster.distribution(0, bench.names().cell(name, Bench.books()))
                        .isReadOwner())
                .findFirst()
                .orElseThrow();
        bench.on(0).put(key, bench.entry("value"), Bench.LIFE);
        print("distributed: hit of an entry that lies with others", round -> "value".equals(bench.read(0, key)));
    }

    private static void printLocks(Cluster cluster) {
        InCaches.Ballot ballot = manager -> new Locks(manager, new Names("latency"), Duration.ofSeconds(10));
        try (Bench bench = new Bench(cluster, ballot)) {
            print("replicated: clustered lock, lease and release", round -> {
                bench.on(0).release(bench.lease(0, "locked-" + round));
                return true;
            });
        }
    }
}
