package dev.memoized.infinispan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.memoized.cells.Names;
import dev.memoized.spi.Lease;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Who computes is elected by clustered locks. */
@Timeout(120)
class LocksTest {
    private final Cluster cluster = Cluster.replicated(2);
    private final List<Locks> locks = new ArrayList<>();
    private Bench bench;

    @BeforeEach
    void start() {
        cluster.start();
        bench = new Bench(cluster, manager -> {
            locks.add(new Locks(manager, new Names("locks"), Duration.ofMillis(200)));
            return locks.get(locks.size() - 1);
        });
    }

    @AfterEach
    void stop() {
        bench.close();
        cluster.stop();
    }

    private long without() {
        return locks.stream().mapToLong(Locks::without).sum();
    }

    @Test
    void lockOfWhoComputes_isFreeAgainAfterItsEnd() {
        Lease published = bench.lease(0, "key");
        assertThat(bench.on(0).publish(published, bench.entry("value"), Bench.LIFE))
                .isTrue();
        Lease released = bench.lease(1, "key");
        bench.on(1).release(released);
        bench.lease(0, "key");
        bench.on(1).invalidate("key");
        bench.lease(1, "key");
        assertThat(without()).isZero();
    }

    @Test
    void whoDoesNotGetTheLock_isToldByTheLease_andCounted() {
        bench.lease(0, "key");
        assertThat(bench.isBusy(1, "key")).isTrue();
        assertThat(without()).isOne();
    }

    @Test
    void lateValueOfWhoHadTheLock_isRefused() {
        Lease late = bench.lease(0, "key");
        bench.on(1).invalidate("key");
        Lease next = bench.lease(1, "key");
        assertThat(bench.on(0).publish(late, bench.entry("old"), Bench.LIFE)).isFalse();
        assertThat(bench.on(1).publish(next, bench.entry("new"), Bench.LIFE)).isTrue();
        assertThat(bench.read(0, "key")).isEqualTo("new");
    }

    @Test
    void lastOfTwo_goesOnWithoutTheLockOfWhoHasLeft() {
        bench.lease(0, "key");
        cluster.stop(0);

        Lease lease = bench.leaseInTheEnd(1, "key");
        assertThat(bench.on(1).publish(lease, bench.entry("value"), Bench.LIFE)).isTrue();
        assertThat(bench.read(1, "key")).isEqualTo("value");
    }
}
