package dev.memoized.infinispan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.memoized.spi.Lease;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Members evict by themselves: what one has given up another may still have. */
@Timeout(120)
class EvictionTest {
    @RegisterExtension
    static final Cluster CLUSTER = Cluster.replicated(3);

    private final String name = "memoized-key";
    private Bench bench;
    private int decider;
    private int other;

    @BeforeEach
    void fill() {
        bench = new Bench(CLUSTER);
        bench.on(0).put(name, bench.entry("value"), Bench.LIFE);
        String cell = bench.names().cell(name, Bench.books());
        decider = CLUSTER.nodes()
                .filter(node -> CLUSTER.distribution(node, cell).isPrimary())
                .findFirst()
                .orElseThrow();
        other = (decider + 1) % 3;
        CLUSTER.caches(decider).entries().evict(cell);
        assertThat(bench.read(decider, name)).isNull();
        assertThat(bench.read(other, name)).isEqualTo("value");
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void deleteByWhoHasEvicted_deletesEverywhere() {
        bench.on(decider).invalidate(name);

        CLUSTER.nodes().forEach(node -> assertThat(bench.read(node, name)).isNull());
    }

    @Test
    void deleteByWhoStillHasIt_deletesEverywhere() {
        bench.on(other).invalidate(name);

        CLUSTER.nodes().forEach(node -> assertThat(bench.read(node, name)).isNull());
    }

    @Test
    void leaseByWhoStillHasIt_isGivenOnce_andItsValueIsReadByAll() {
        Lease lease = bench.lease(other, name);
        assertThat(bench.isBusy(decider, name)).isTrue();

        assertThat(bench.on(other).publish(lease, bench.entry("newer"), Bench.LIFE))
                .isTrue();

        CLUSTER.nodes().forEach(node -> assertThat(bench.read(node, name)).isEqualTo("newer"));
    }

    @Test
    void leaseOfAnother_endsByTheDeleteOfWhoHasEvicted() {
        Lease lease = bench.lease(other, name);
        String cell = bench.names().cell(name, Bench.books());
        CLUSTER.caches(decider).entries().evict(cell);

        bench.on(decider).invalidate(name);

        assertThat(lease.isVoid()).isTrue();
        assertThat(bench.on(other).publish(lease, bench.entry("old"), Bench.LIFE))
                .isFalse();
    }

    @Test
    void leaseByWhoHasEvicted_isSeenByAll() {
        bench.lease(decider, name);

        CLUSTER.nodes().forEach(node -> assertThat(bench.isBusy(node, name)).isTrue());
    }
}
