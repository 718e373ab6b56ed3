package dev.memoized.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.memoized.spi.Lease;
import dev.memoized.spi.Store;
import dev.memoized.testing.Fault;
import dev.memoized.testing.FaultProxy;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.Isolated;
import redis.clients.jedis.Connection;
import redis.clients.jedis.ConnectionFactory;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.JedisClientConfig;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.providers.PooledConnectionProvider;

@Isolated("calls end in 50 ms or fail")
class FaultsTest extends FaultsContract {
    @RegisterExtension
    static final RedisServer SERVER = RedisServer.embedded();

    private static final JedisClientConfig CONFIG = config().build();

    FaultsTest() {
        super(100_000);
    }

    @Override
    List<HostAndPort> servers() {
        return List.of(SERVER.address());
    }

    @Override
    RedisBackend backend() {
        return backend(new ConnectionFactory(through(SERVER.address()), CONFIG));
    }

    private RedisBackend backend(ConnectionFactory factory) {
        RedisClient client = RedisClient.builder()
                .connectionProvider(new PooledConnectionProvider(factory, pool()))
                .build();
        return RedisServer.backend(client, () -> new Connection(through(SERVER.address()), CONFIG), time, prefix);
    }

    private FaultProxy proxy() {
        return proxies().iterator().next();
    }

    /**
     * Nothing in an entry tells that a byte of its value is another: TCP and TLS do. So damaged values may come back here; but
     * calls fail only as the contract says, and the channel is heard again. A length that is another lets the client ask for more
     * memory than there is, or wait for what never comes until its connection is cut.
     */
    @Test
    void repliesWithAnotherByte_failCallsAsTheContractSays() throws Exception {
        try (RedisBackend backend = backend();
                RedisBackend elsewhere = SERVER.backend(time, prefix)) {
            Store<byte[]> store = open(backend);
            call(store, 1_000);
            proxy().set(Fault.CORRUPT, 0.05);

            call(store, calls / 20);

            tell();
            proxy().work();
            proxy().cutAll();
            assertThat(findings.odd()).hasOnlyElementsOfType(OutOfMemoryError.class);
            assertThat(findings.failures()).isPositive();
            await().atMost(Duration.ofMinutes(2)).until(() -> isCalm(store));
            Lease lease = Bench.lease(store, "heard");
            await().atMost(Duration.ofSeconds(30)).until(() -> {
                open(elsewhere).invalidate("heard");
                return lease.isVoid();
            });
        }
    }

    @Test
    void C55_clientThatPoolsAConnectionWhoseReplyWasLate_isFound() throws Exception {
        try (RedisBackend backend = backend(new ForgetfulConnection.Factory(through(SERVER.address()), CONFIG))) {
            Store<byte[]> store = open(backend);
            call(store, 1_000);
            disturb();

            call(store, 10_000);

            tell();
            assertThat(findings.values(Stamp.Verdict.ANOTHERS)).isPositive();
        }
    }
}
