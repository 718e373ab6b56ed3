package dev.memoized.redis;

import static org.awaitility.Awaitility.await;

import dev.memoized.spi.InvalidationMode;
import dev.memoized.spi.Lease;
import dev.memoized.spi.Mark;
import dev.memoized.testing.Fault;
import dev.memoized.testing.FaultProxy;
import dev.memoized.testing.ManualClock;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Map;
import java.util.function.Function;
import org.awaitility.core.ConditionTimeoutException;
import redis.clients.jedis.Connection;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.RedisClient;

/**
 * Whether a lease has ended that cannot be asked for after news were missed: who listens hears the server, whose answers to
 * all else are cut off. Of a place are given the {@code port}, and how many {@code seconds} may pass for real.
 */
final class UnaskableLease implements Function<Map<String, Integer>, Boolean> {
    private static final Mark OTHER = Mark.tag("other");

    private final ManualClock clock = new ManualClock();

    @Override
    public Boolean apply(Map<String, Integer> place) {
        int port = place.getOrDefault("port", 0);
        Names names = new Names("unaskable" + System.nanoTime(), 0);
        try (FaultProxy proxy = new FaultProxy(new InetSocketAddress("127.0.0.1", port));
                RedisClient client = RedisClient.create("127.0.0.1", proxy.port());
                RedisClient direct = RedisClient.create("127.0.0.1", port);
                Shared here = new Shared(names, Clients.of(client, () -> connection(port)), clock);
                Shared there = new Shared(names, Clients.of(direct, () -> connection(port)), clock)) {
            Lease lease = Bench.lease(new RedisStore(Bench.books(), here), "key");
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> here.channel().hearing().beginning() == 1);
            there.raise(OTHER, InvalidationMode.HARD);
            proxy.set(Fault.CUT, 1);
            skipOne(direct, names);

            there.raise(OTHER, InvalidationMode.HARD);

            return hasEnded(lease, Duration.ofSeconds(place.getOrDefault("seconds", 0)));
        }
    }

    private static Connection connection(int port) {
        return new Connection(new HostAndPort("127.0.0.1", port));
    }

    /** As if the news of one had been lost. */
    private static void skipOne(RedisClient direct, Names names) {
        direct.incr(names.number());
    }

    private static boolean hasEnded(Lease lease, Duration patience) {
        try {
            await().atMost(patience).until(lease::isVoid);
            return true;
        } catch (ConditionTimeoutException stands) {
            return false;
        }
    }
}
