package dev.memoized.infinispan.remote;

import static org.assertj.core.api.Assertions.assertThat;

import dev.memoized.spi.Lease;
import java.util.Arrays;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** How long operations take, printed for docs/proof/infinispan.md; what they come to is asserted. */
@Tag("chaos")
@Timeout(300)
class LatencyTest {
    @RegisterExtension
    static final Server SERVER = new Server();

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
        System.out.printf(
                "| Hot Rod: %s | %.1f | %.1f |%n", what, nanos[ROUNDS / 2] / 1e3, nanos[ROUNDS * 99 / 100] / 1e3);
    }

    @Test
    void operations() {
        String value = "v".repeat(100);
        try (Bench bench = new Bench(SERVER)) {
            bench.on(0).put("key", bench.entry(value, "tag"), Bench.LIFE);
            byte[] cell = bench.cache().get(bench.cell("key"));
            print(
                    "`get` of the client alone",
                    round -> Arrays.equals(cell, bench.cache().get(bench.cell("key"))));
            print("hit, with the marks of namespace and tag", round -> value.equals(bench.read(0, "key")));
            print("lease and release", round -> {
                bench.on(0).release(bench.lease(0, "leased-" + round));
                return true;
            });
            print("lease and publish", round -> {
                Lease lease = bench.lease(0, "published-" + round);
                return bench.on(0).publish(lease, bench.entry(value, "tag"), Bench.LIFE);
            });
            print("delete", round -> bench.on(0).invalidate("published-" + round));
        }
    }
}
