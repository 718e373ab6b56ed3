package dev.memoized.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.memoized.impl.time.SystemTime;
import dev.memoized.spi.Lease;
import dev.memoized.spi.Namespace;
import dev.memoized.spi.Store;
import dev.memoized.spi.TimeSource;
import dev.memoized.testing.Fault;
import dev.memoized.testing.FaultProxy;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.Isolated;
import redis.clients.jedis.Connection;
import redis.clients.jedis.ConnectionFactory;
import redis.clients.jedis.ConnectionPoolConfig;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.JedisClientConfig;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.providers.PooledConnectionProvider;

/**
 * A network that delays replies beyond the client's time-out, cuts connections and truncates replies. The stores are the bare
 * ones: no guard and no digest of the key stands between what the client reads and the test. {@code -Dmemoized.calls} says how
 * many calls.
 */
@Isolated("calls end in 50 ms or fail")
class FaultsTest {
    @RegisterExtension
    static final RedisServer SERVER = RedisServer.embedded();

    private static final int CALLS = Integer.getInteger("memoized.calls", 100_000);
    private static final int THREADS = 8;
    private static final int TIME_OUT_MILLIS = 50;
    private static final JedisClientConfig CONFIG =
            DefaultJedisClientConfig.builder().timeoutMillis(TIME_OUT_MILLIS).build();

    private final TimeSource time = new SystemTime();
    private final Findings findings = new Findings();
    private final String prefix = UUID.randomUUID().toString();
    private FaultProxy proxy;

    @BeforeEach
    void open() {
        HostAndPort server = SERVER.address();
        proxy = new FaultProxy(new InetSocketAddress(server.getHost(), server.getPort()));
    }

    @AfterEach
    void close() {
        proxy.close();
    }

    private HostAndPort address() {
        return new HostAndPort("127.0.0.1", proxy.port());
    }

    private RedisBackend backend(ConnectionFactory factory) {
        ConnectionPoolConfig pool = new ConnectionPoolConfig();
        pool.setMaxTotal(2 * THREADS);
        pool.setMaxIdle(2 * THREADS);
        pool.setJmxEnabled(false);
        RedisClient client = RedisClient.builder()
                .connectionProvider(new PooledConnectionProvider(factory, pool))
                .build();
        return RedisServer.backend(client, () -> new Connection(address(), CONFIG), time, prefix);
    }

    private static Store<byte[]> open(RedisBackend backend) {
        return backend.open(new Namespace("books", "", 10, Object::toString));
    }

    /** One reply in a hundred. */
    private void disturb() {
        proxy.delayBy(Duration.ofMillis(TIME_OUT_MILLIS * 3 / 2));
        proxy.set(Fault.DELAY, 0.006);
        proxy.set(Fault.CUT, 0.002);
        proxy.set(Fault.TRUNCATE, 0.002);
    }

    private void call(Store<byte[]> store, int calls) throws Exception {
        ExecutorService callers = Executors.newFixedThreadPool(THREADS);
        try {
            List<Callable<Void>> all = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                Traffic traffic = new Traffic(store, time, findings, i);
                all.add(() -> {
                    traffic.run(calls / THREADS);
                    return null;
                });
            }
            for (Future<Void> each : callers.invokeAll(all)) {
                each.get();
            }
        } finally {
            callers.shutdownNow();
        }
    }

    private void tell() {
        System.out.println(findings + "; " + proxy.replies() + " replies: " + proxy.count(Fault.DELAY) + " late, "
                + proxy.count(Fault.CUT) + " cut off, " + proxy.count(Fault.TRUNCATE) + " truncated, "
                + proxy.count(Fault.CORRUPT) + " corrupt");
    }

    @Test
    void C55_repliesThatComeLateOrNotWhole_areNobodyElses() throws Exception {
        try (RedisBackend backend = backend(new ConnectionFactory(address(), CONFIG))) {
            Store<byte[]> store = open(backend);
            call(store, 1_000);
            disturb();

            call(store, CALLS);

            tell();
            proxy.work();
            assertThat(findings.odd()).isEmpty();
            assertThat(findings.values(Stamp.Verdict.ANOTHERS)).isZero();
            assertThat(findings.values(Stamp.Verdict.DAMAGED)).isZero();
            assertThat(findings.values(Stamp.Verdict.OWN)).isGreaterThan(CALLS / 4);
            assertThat(findings.failures()).isGreaterThanOrEqualTo(CALLS / 200);
            assertThat(proxy.count(Fault.CUT)).isPositive();
            assertThat(proxy.count(Fault.TRUNCATE)).isPositive();
            await().atMost(Duration.ofMinutes(2)).until(() -> isCalm(store));
        }
    }

    /**
     * Nothing in an entry tells that a byte of its value is another: TCP and TLS do. So damaged values may come back here; but
     * calls fail only as the contract says, and the channel is heard again. A length that is another lets the client ask for more
     * memory than there is, or wait for what never comes until its connection is cut.
     */
    @Test
    void repliesWithAnotherByte_failCallsAsTheContractSays() throws Exception {
        try (RedisBackend backend = backend(new ConnectionFactory(address(), CONFIG));
                RedisBackend elsewhere = SERVER.backend(time, prefix)) {
            Store<byte[]> store = open(backend);
            call(store, 1_000);
            proxy.set(Fault.CORRUPT, 0.05);

            call(store, CALLS / 20);

            tell();
            proxy.work();
            proxy.cutAll();
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

    /** Two hundred calls, and none of them fails. */
    private boolean isCalm(Store<byte[]> store) throws Exception {
        long failures = findings.failures();
        call(store, 200);
        return findings.failures() == failures;
    }

    @Test
    void C55_clientThatPoolsAConnectionWhoseReplyWasLate_isFound() throws Exception {
        try (RedisBackend backend = backend(new ForgetfulConnection.Factory(address(), CONFIG))) {
            Store<byte[]> store = open(backend);
            call(store, 1_000);
            disturb();

            call(store, 10_000);

            tell();
            assertThat(findings.values(Stamp.Verdict.ANOTHERS)).isPositive();
        }
    }
}
