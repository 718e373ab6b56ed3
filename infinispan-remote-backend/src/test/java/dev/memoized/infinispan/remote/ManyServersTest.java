package dev.memoized.infinispan.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.memoized.BackendException;
import dev.memoized.spi.InvalidationMode;
import dev.memoized.spi.Lease;
import dev.memoized.spi.Mark;
import dev.memoized.spi.TaggedKey;
import dev.memoized.spi.TimeSource;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A cluster of servers that loses one, which clients and their listeners were at. */
@Timeout(300)
class ManyServersTest {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final TaggedKey HELD = new TaggedKey("held", Set.of("tag"));

    private final Servers servers = new Servers(3);
    private final Bench bench = new Bench(servers::client, TimeSource.ofMachine());

    @AfterEach
    void close() {
        bench.close();
        servers.close();
    }

    /** Waits until one of the servers that are left does it. */
    private static <T> T eventually(Callable<T> operation) {
        return await().atMost(PATIENCE)
                .ignoreExceptionsInstanceOf(BackendException.class)
                .until(operation, Objects::nonNull);
    }

    private void assertServes(Lease lease) {
        for (int client = 0; client < Bench.CLIENTS; client++) {
            int reader = client;
            assertThat(eventually(() -> bench.read(reader, "kept"))).isEqualTo("value");
        }
        eventually(() -> {
            bench.on(1).invalidate(Mark.tag("tag"), InvalidationMode.HARD);
            return true;
        });
        await().atMost(PATIENCE).until(lease::isVoid);
        assertThat(eventually(() -> bench.on(0).publish(lease, bench.entry("old", "tag"), Bench.LIFE)))
                .isFalse();
        Lease next = eventually(() -> bench.lease(1, HELD));
        assertThat(eventually(() -> bench.on(1).publish(next, bench.entry("new", "tag"), Bench.LIFE)))
                .isTrue();
        assertThat(eventually(() -> bench.read(2, HELD))).isEqualTo("new");
    }

    @Test
    void serversThatAreStopped_oneAfterTheOther_leaveWhatIsThere() {
        bench.on(0).put("kept", bench.entry("value"), Bench.LIFE);
        for (int stopped = 0; stopped < 2; stopped++) {
            eventually(() -> bench.on(0).invalidate(HELD));
            Lease lease = eventually(() -> bench.lease(0, HELD));
            servers.stopFirst();
            assertServes(lease);
        }
    }

    @Test
    void serverThatIsGone_leavesWhatIsThere() throws Exception {
        bench.on(0).put("kept", bench.entry("value"), Bench.LIFE);
        Lease lease = bench.lease(0, HELD);
        servers.crashFirst();
        assertServes(lease);
    }

    /** As the howto's {@code when-split} wants it: it cannot know whether the other one goes on. */
    @Test
    void lastOfTwoServers_refuses_whenTheOtherIsGone() throws Exception {
        try (Servers two = new Servers(2);
                Bench clients = new Bench(two::client, TimeSource.ofMachine())) {
            clients.on(0).put("kept", clients.entry("value"), Bench.LIFE);
            two.crashFirst();
            await().atMost(PATIENCE).until(() -> failure(clients).contains("minority"));
        }
    }

    private static String failure(Bench clients) {
        try {
            clients.read(0, "kept");
            return "";
        } catch (BackendException refused) {
            return String.valueOf(refused.getMessage());
        }
    }
}
