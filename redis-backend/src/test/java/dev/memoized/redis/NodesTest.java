package dev.memoized.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.memoized.testing.ManualClock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.ConnectionPoolConfig;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.HostAndPort;

/** Nodes that cannot be found. */
class NodesTest {
    private final ManualClock clock = new ManualClock();
    private final ConnectionPoolConfig limits = new ConnectionPoolConfig();
    private final Nodes nodes;

    NodesTest() {
        limits.setJmxEnabled(false);
        nodes = new Nodes(
                List.of(new HostAndPort("127.0.0.1", 1)),
                DefaultJedisClientConfig.builder().timeoutMillis(10_000).build(),
                limits,
                clock);
    }

    /** Else each of those who wait would wait for all before it. */
    @Test
    void whoCannotBeTold_isNotFollowedByOthersAtOnce() {
        Throwable first = catchThrowable(nodes::getConnection);
        assertThat(catchThrowable(nodes::getConnection)).isSameAs(first);

        clock.advance(Duration.ofMillis(101));

        assertThat(catchThrowable(nodes::getConnection)).isNotNull().isNotSameAs(first);
    }

    @Test
    void closedOne_looksForNobody() {
        nodes.close();

        assertThat(catchThrowable(nodes::getConnection)).hasMessage("closed");
    }
}
