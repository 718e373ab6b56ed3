package dev.memoized.redis;

import static org.awaitility.Awaitility.await;

import dev.memoized.spi.InvalidationMode;
import dev.memoized.spi.Lease;
import dev.memoized.spi.Mark;
import dev.memoized.spi.Store;
import dev.memoized.testing.Fault;
import dev.memoized.testing.FaultProxy;
import dev.memoized.testing.ManualClock;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.function.Supplier;
import org.awaitility.core.ConditionTimeoutException;
import redis.clients.jedis.Connection;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.RedisClient;

/**
 * What goes wrong with a connection that listens where nothing is told, and answers all the same; and with one whose news
 * come late. By a clock that stands still: nothing else makes it connect anew. Of a place are given the {@code port} of the
 * server, that of a {@code deaf} one, and how many {@code seconds} may pass for real.
 */
final class DeafChannel implements Function<Map<String, Integer>, List<String>> {
    private static final Mark MARK = Mark.namespace("books");
    private static final int ROUNDS = 5;

    private final Names names = new Names("deaf" + System.nanoTime(), 0);
    private final ManualClock clock = new ManualClock();
    private final List<String> wrong = new ArrayList<>();
    private final List<Connection> made = new CopyOnWriteArrayList<>();
    private final List<RedisClient> clients = new ArrayList<>();
    private Duration patience = Duration.ZERO;

    @Override
    public List<String> apply(Map<String, Integer> place) {
        patience = Duration.ofSeconds(place.getOrDefault("seconds", 0));
        int port = place.getOrDefault("port", 0);
        try {
            late(port);
            deaf(port, place.getOrDefault("deaf", 0));
        } finally {
            clients.forEach(RedisClient::close);
        }
        return wrong;
    }

    private Shared shared(int port, Supplier<Integer> listening) {
        RedisClient client = RedisClient.create("127.0.0.1", port);
        clients.add(client);
        return new Shared(names, Clients.of(client, () -> connection(listening.get())), clock);
    }

    private Connection connection(int port) {
        Connection fresh = new Connection(new HostAndPort("127.0.0.1", port));
        made.add(fresh);
        return fresh;
    }

    private static Store<byte[]> books(Shared shared) {
        return new RedisStore(Bench.books(), shared);
    }

    private void check(String what, Callable<Boolean> condition) {
        try {
            await().atMost(patience).until(condition);
        } catch (ConditionTimeoutException never) {
            wrong.add(what);
        }
    }

    /** One that has begun to listen, and knows the number. */
    private Lease begun(Shared here) {
        Store<byte[]> store = books(here);
        Lease lease = Bench.lease(store, "key");
        check("begun", () -> here.channel().hearing().beginning() == 1);
        store.read("key", clock.nanos());
        return lease;
    }

    private void raised(Shared here, Shared there) {
        there.raise(MARK, InvalidationMode.HARD);
        books(here).read("key", clock.nanos());
        clock.advance(Duration.ofSeconds(1));
    }

    /** The answer that is waited for comes after them. */
    private void late(int port) {
        try (FaultProxy proxy = new FaultProxy(new InetSocketAddress("127.0.0.1", port));
                Shared here = shared(port, proxy::port);
                Shared there = shared(port, () -> port)) {
            Lease lease = begun(here);
            proxy.delayBy(Duration.ofMillis(100));
            proxy.set(Fault.DELAY, 1);
            for (int i = 0; i < ROUNDS; i++) {
                raised(here, there);
            }
            Lease last = Bench.lease(books(here), "key");
            proxy.work();
            there.raise(MARK, InvalidationMode.HARD);
            check("heard at last", () -> lease.isVoid() && last.isVoid());
            if (made.size() != 1 || !made.get(0).isConnected()) {
                wrong.add("left alone");
            }
        }
    }

    private void deaf(int port, int deaf) {
        Deque<Integer> ports = new ArrayDeque<>(List.of(deaf, port));
        try (Shared here = shared(port, ports::remove);
                Shared there = shared(port, () -> port)) {
            Lease lease = begun(here);

            raised(here, there);

            check("given up", () -> clock.waiters() == 1);
            clock.advance(Duration.ofSeconds(2));
            check("asked for what was missed", lease::isVoid);
        }
    }
}
