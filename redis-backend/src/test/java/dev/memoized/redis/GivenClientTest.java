package dev.memoized.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;

import dev.memoized.spi.Lease;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.RedisClusterClient;
import redis.clients.jedis.RedisProtocol;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.providers.PooledConnectionProvider;

/** Clients that an application has made. */
class GivenClientTest {
    @RegisterExtension
    static final RedisServer SERVER = RedisServer.embedded();

    @RegisterExtension
    static final RedisCluster CLUSTER = RedisCluster.ofMasters();

    private static final Duration SOON = Duration.ofSeconds(30);

    private static RedisBackend on(UnifiedJedis client, String prefix) {
        return RedisBackend.on(client).keyPrefix(prefix).build();
    }

    @Test
    void client_doesEverything_andIsLeftOpen() throws Exception {
        try (RedisClient client = RedisClient.create(SERVER.address())) {
            RedisBackend backend = on(client, "everything");
            Everything.done(backend);
            await().atMost(SOON).until(() -> listeners("everything") == 1);

            backend.close();

            await().atMost(SOON).until(() -> listeners("everything") == 0);
            assertThat(client.ping()).isEqualTo("PONG");
            await().atMost(SOON).until(() -> client.getPool().getNumActive() == 0);
        }
    }

    private static long listeners(String prefix) {
        return SERVER.listeners(new Names(prefix, 0).channel());
    }

    @Test
    void clientOfACluster_doesEverything_andHears() throws Exception {
        try (RedisClusterClient client =
                        RedisClusterClient.create(CLUSTER.node(0).address());
                RedisBackend here = on(client, "cluster");
                RedisBackend there = on(client, "cluster")) {
            Everything.done(here);
            Lease lease = Bench.lease(Everything.open(here), "heard");

            await().atMost(SOON).until(() -> {
                Everything.open(there).invalidate("heard");
                return lease.isVoid();
            });
        }
    }

    @Test
    void clientOfAnotherClass_isRefused() {
        PooledConnectionProvider connections = new PooledConnectionProvider(SERVER.address());
        try (UnifiedJedis odd = new UnifiedJedis(connections, RedisProtocol.RESP3) {}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> RedisBackend.on(odd))
                    .withMessageContaining("RedisClusterClient");
        }
    }
}
