package dev.memoized.infinispan;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.memoized.MemoizedTerms;
import dev.memoized.Memoizer;
import dev.memoized.cells.Election;
import dev.memoized.cells.Names;
import dev.memoized.spi.CacheBackend.Capability;
import dev.memoized.spi.Lease;
import dev.memoized.spi.TimeSource;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
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

    /** What takes less than a clock does is done so often between two looks at it. */
    private static final int MANY = 1_000;

    private static final String VALUE = "v".repeat(100);

    private interface Deed {
        boolean done(int round);
    }

    private static void print(String what, Deed deed) {
        print(what, 1, deed);
    }

    /** Of as many at a time, the mean. */
    private static void print(String what, int times, Deed deed) {
        double[] micros = new double[ROUNDS];
        for (int round = -ROUNDS; round < ROUNDS; round++) {
            long began = System.nanoTime();
            for (int time = 0; time < times; time++) {
                if (!deed.done(round)) {
                    throw new AssertionError(what);
                }
            }
            if (round >= 0) {
                micros[round] = (System.nanoTime() - began) / 1e3 / times;
            }
        }
        Arrays.sort(micros);
        System.out.printf(Locale.ROOT, "| %s | %.2f | %.2f |%n", what, micros[ROUNDS / 2], micros[ROUNDS * 99 / 100]);
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
                    print(bench, cluster, mode.friendlyCacheModeString().toLowerCase(Locale.ROOT));
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

    /** What a hit in this JVM costs where nothing is sent, and what it consists of. */
    @Test
    void hits_inOneJvm() {
        Cluster cluster = Cluster.local();
        try {
            cluster.start();
            Cache<String, byte[]> caffeine = Caffeine.newBuilder()
                    .maximumSize(MANY)
                    .expireAfterWrite(Bench.LIFE)
                    .build();
            byte[] value = VALUE.getBytes(UTF_8);
            caffeine.put("key", value);
            org.infinispan.Cache<String, byte[]> infinispan = cluster.caches(0).entries();
            infinispan.put("key", value);
            print("Caffeine: `getIfPresent`", MANY, round -> caffeine.getIfPresent("key") != null);
            print("Infinispan, local: `get`", MANY, round -> infinispan.get("key") != null);
            try (Bench bench = new Bench(cluster)) {
                bench.on(0).put("key", bench.entry(VALUE, "tag"), Bench.LIFE);
                print(
                        "this backend, local: hit with the marks of namespace and tag",
                        MANY,
                        round -> VALUE.equals(bench.read(0, "key")));
            }
            printCalls(cluster);
        } finally {
            cluster.stop();
        }
    }

    private static void printCalls(Cluster cluster) {
        try (Memoizer memoizer = Memoizer.builder().build()) {
            print("a memoized call, in memory", memoizer);
        }
        InCaches.Source source = new InCaches.Source(new Names("calls"), cluster.source(0), any -> Election.NONE);
        try (InfinispanBackend backend =
                        new InfinispanBackend(source, TimeSource.ofMachine(), Set.of(Capability.SHARED));
                Memoizer memoizer = Memoizer.builder()
                        .terms(MemoizedTerms.defaults().tags("shelf"))
                        .backend(backend)
                        .build()) {
            print("a memoized call, in this backend, local", memoizer);
        }
    }

    private static void print(String what, Memoizer memoizer) {
        Books books = memoizer.attach("books", Books.class, key -> VALUE, "title");
        print(what, MANY, round -> VALUE.equals(books.title("key")));
    }

    private static void print(Bench bench, Cluster cluster, String mode) {
        String key = key(bench, cluster, true);
        bench.on(0).put(key, bench.entry(VALUE, "tag"), Bench.LIFE);
        print(mode + ": hit, with the marks of namespace and tag", MANY, round -> VALUE.equals(bench.read(0, key)));
        print(mode + ": lease and release", round -> {
            bench.on(0).release(bench.lease(0, "leased-" + round));
            return true;
        });
        print(mode + ": lease and publish", round -> {
            Lease lease = bench.lease(0, "published-" + round);
            return bench.on(0).publish(lease, bench.entry(VALUE, "tag"), Bench.LIFE);
        });
        print(mode + ": delete", round -> bench.on(0).invalidate("published-" + round));
    }

    /** One that the first member has itself, or not. */
    private static String key(Bench bench, Cluster cluster, boolean isHere) {
        return IntStream.range(0, 1_000)
                .mapToObj(number -> "key-" + number)
                .filter(name -> isHere == isHere(bench, cluster, name))
                .findFirst()
                .orElseThrow();
    }

    private static boolean isHere(Bench bench, Cluster cluster, String key) {
        return cluster.nodes().count() == 1
                || cluster.distribution(0, bench.names().cell(key, Bench.books()))
                        .isReadOwner();
    }

    private static void printRemote(Bench bench, Cluster cluster) {
        String key = key(bench, cluster, false);
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
