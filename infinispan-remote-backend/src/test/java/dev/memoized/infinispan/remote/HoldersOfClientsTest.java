package dev.memoized.infinispan.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.memoized.spi.Lease;
import dev.memoized.testing.Callers;
import dev.memoized.testing.ManualClock;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Holders of leases that are killed, late, or told by another client. */
@Timeout(120)
class HoldersOfClientsTest {
    @RegisterExtension
    static final Server SERVER = new Server();

    private static final Duration SHORT = Duration.ofSeconds(2);

    /** For a slow machine to see that it is out. */
    private static final Duration LONGER = Duration.ofSeconds(15);

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private Bench bench;

    @BeforeEach
    void connect() {
        bench = new Bench(SERVER);
    }

    @AfterEach
    void disconnect() {
        bench.close();
    }

    @Test
    void holderThatIsKilled_isSucceededAtTheEndOfItsLease() {
        bench.lease(0, "key", LONGER);
        bench.kill(0);
        assertThat(bench.isBusy(1, "key")).isTrue();

        await().atMost(PATIENCE).until(() -> !bench.isBusy(1, "key"));
        assertThat(bench.isBusy(2, "key")).isTrue();
    }

    @Test
    void lateValue_isRefused_andItsSuccessorsIsRead() {
        Lease late = bench.lease(0, "key", SHORT);
        await().atMost(PATIENCE).until(() -> !bench.isBusy(1, "key"));
        assertThat(bench.on(0).publish(late, bench.entry("old"), Bench.LIFE)).isFalse();
        assertThat(bench.read(2, "key")).isNull();
        bench.on(2).put("key", bench.entry("new"), Bench.LIFE);
        assertThat(bench.on(0).publish(late, bench.entry("old"), Bench.LIFE)).isFalse();
        assertThat(bench.read(0, "key")).isEqualTo("new");
    }

    @Test
    void leaseThatAnotherClientEnds_isVoidSoon() {
        Lease deleted = bench.lease(0, "deleted");
        Lease other = bench.lease(0, "other");
        bench.on(1).invalidate("deleted");
        await().atMost(PATIENCE).until(deleted::isVoid);
        assertThat(other.isVoid()).isFalse();
    }

    /** Where no second passes, nobody asks again. */
    @Test
    void whoWaits_isWokenByTheValue() {
        try (Bench still = new Bench(SERVER, new ManualClock())) {
            Lease lease = still.lease(0, "key");
            try (Callers<String> callers = Callers.start(4, number -> waited(still, number % 2 + 1))) {
                assertThat(still.on(0).publish(lease, still.entry("value"), Bench.LIFE))
                        .isTrue();
                assertThat(callers.values()).containsOnly("value");
            }
        }
    }

    private static String waited(Bench bench, int client) throws InterruptedException {
        while (bench.read(client, "key") == null) {
            bench.on(client).awaitChange("key", PATIENCE);
        }
        return bench.read(client, "key");
    }

    @Test
    void cellThatIsTakenAway_endsItsLeases() {
        Lease lease = bench.lease(0, "key");
        bench.cache().remove(bench.cell("key"));
        await().atMost(PATIENCE).until(lease::isVoid);
        assertThat(bench.isBusy(1, "key")).isFalse();
    }
}
