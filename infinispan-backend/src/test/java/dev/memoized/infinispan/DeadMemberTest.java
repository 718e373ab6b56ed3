package dev.memoized.infinispan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.memoized.BackendException;
import dev.memoized.spi.Lease;
import java.time.Duration;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A member that leaves while it holds leases. */
@Timeout(120)
class DeadMemberTest {
    private Cluster cluster = Cluster.local();

    @AfterEach
    void stop() {
        cluster.stop();
    }

    private void start(String mode, int size) {
        cluster = mode.equals("copies") ? Cluster.replicated(size) : Cluster.distributed(size);
        cluster.start();
    }

    /** Members that have just lost one may ask it until they know, and get no answer. */
    private static ConditionFactory patiently() {
        return await().atMost(Duration.ofSeconds(60)).ignoreExceptionsInstanceOf(BackendException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"copies", "parts"})
    void leaseOfAMemberThatHasLeft_isInNobodysWay(String mode) {
        start(mode, 3);
        try (Bench bench = new Bench(cluster)) {
            bench.lease(0, "key");
            assertThat(bench.isBusy(1, "key")).isTrue();

            cluster.stop(0);

            patiently().until(() -> !bench.isBusy(1, "key"));
            patiently().until(() -> bench.isBusy(2, "key"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"copies", "parts"})
    void lastOfTwo_goesOnWithWhatTheOtherHasStored(String mode) {
        start(mode, 2);
        try (Bench bench = new Bench(cluster)) {
            bench.on(0).put("key", bench.entry("value"), Bench.LIFE);

            cluster.stop(0);

            assertThat(bench.read(1, "key")).isEqualTo("value");
            Lease lease = bench.leaseInTheEnd(1, "key");
            assertThat(bench.on(1).publish(lease, bench.entry("newer"), Bench.LIFE))
                    .isTrue();
            bench.on(1).invalidate("key");
            assertThat(bench.read(1, "key")).isNull();
        }
    }
}
