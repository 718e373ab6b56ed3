package dev.memoized.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.memoized.impl.time.SystemTime;
import dev.memoized.spi.Namespace;
import dev.memoized.spi.Store;
import dev.memoized.spi.TimeSource;
import dev.memoized.testing.Fault;
import dev.memoized.testing.FaultProxy;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.ConnectionPoolConfig;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.HostAndPort;

/**
 * A network that delays replies beyond the client's time-out, cuts connections and truncates replies. The stores are the bare
 * ones: no guard and no digest of the key stands between what the client reads and the test. {@code -Dmemoized.calls} says how
 * many calls.
 */
@Tag("chaos")
abstract class FaultsContract {
    private static final int THREADS = 8;
    private static final int TIME_OUT_MILLIS = 50;

    final TimeSource time = new SystemTime();
    final Findings findings = new Findings();
    final String prefix = UUID.randomUUID().toString();
    final int calls;
    private final Map<HostAndPort, FaultProxy> proxies = new LinkedHashMap<>();

    /**
     * Of some servers.
     *
     * @param calls unless it is said how many
     */
    FaultsContract(int calls) {
        this.calls = Integer.getInteger("memoized.calls", calls);
    }

    abstract List<HostAndPort> servers();

    /** One that uses the proxies. */
    abstract RedisBackend backend();

    @BeforeEach
    void open() {
        servers()
                .forEach(server ->
                        proxies.put(server, new FaultProxy(new InetSocketAddress(server.getHost(), server.getPort()))));
    }

    @AfterEach
    void close() {
        proxies.values().forEach(FaultProxy::close);
    }

    /** Where a server is reached by its proxy. */
    HostAndPort through(HostAndPort server) {
        return new HostAndPort(
                "127.0.0.1", Objects.requireNonNull(proxies.get(server)).port());
    }

    static DefaultJedisClientConfig.Builder config() {
        return DefaultJedisClientConfig.builder().timeoutMillis(TIME_OUT_MILLIS);
    }

    static ConnectionPoolConfig pool() {
        ConnectionPoolConfig pool = new ConnectionPoolConfig();
        pool.setMaxTotal(2 * THREADS);
        pool.setMaxIdle(2 * THREADS);
        pool.setJmxEnabled(false);
        return pool;
    }

    Collection<FaultProxy> proxies() {
        return proxies.values();
    }

    private long count(Fault fault) {
        return proxies.values().stream().mapToLong(proxy -> proxy.count(fault)).sum();
    }

    static Store<byte[]> open(RedisBackend backend) {
        return backend.open(new Namespace("books", "", 10, Object::toString));
    }

    /** One reply in a hundred. */
    void disturb() {
        proxies.values().forEach(FaultsContract::disturb);
    }

    private static void disturb(FaultProxy proxy) {
        proxy.delayBy(Duration.ofMillis(TIME_OUT_MILLIS * 3 / 2));
        proxy.set(Fault.DELAY, 0.006);
        proxy.set(Fault.CUT, 0.002);
        proxy.set(Fault.TRUNCATE, 0.002);
    }

    void call(Store<byte[]> store, int count) throws Exception {
        ExecutorService callers = Executors.newFixedThreadPool(THREADS);
        try {
            List<Callable<Void>> all = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                Traffic traffic = new Traffic(store, time, findings, i);
                all.add(() -> {
                    traffic.run(count / THREADS);
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

    void tell() {
        System.out.println(findings + "; "
                + proxies.values().stream().mapToLong(FaultProxy::replies).sum() + " replies: " + count(Fault.DELAY)
                + " late, "
                + count(Fault.CUT) + " cut off, " + count(Fault.TRUNCATE) + " truncated, "
                + count(Fault.CORRUPT) + " corrupt");
    }

    @Test
    void C55_repliesThatComeLateOrNotWhole_areNobodyElses() throws Exception {
        try (RedisBackend backend = backend()) {
            Store<byte[]> store = open(backend);
            call(store, 1_000);
            disturb();

            call(store, calls);

            tell();
            proxies.values().forEach(FaultProxy::work);
            assertThat(findings.odd()).isEmpty();
            assertThat(findings.values(Stamp.Verdict.ANOTHERS)).isZero();
            assertThat(findings.values(Stamp.Verdict.DAMAGED)).isZero();
            assertThat(findings.values(Stamp.Verdict.OWN)).isGreaterThan(calls / 4);
            assertThat(findings.failures()).isGreaterThanOrEqualTo(calls / 200);
            assertThat(count(Fault.CUT)).isPositive();
            assertThat(count(Fault.TRUNCATE)).isPositive();
            await().atMost(Duration.ofMinutes(2)).until(() -> isCalm(store));
        }
    }

    /** Two hundred calls, and none of them fails. */
    boolean isCalm(Store<byte[]> store) throws Exception {
        long failures = findings.failures();
        call(store, 200);
        return findings.failures() == failures;
    }
}
