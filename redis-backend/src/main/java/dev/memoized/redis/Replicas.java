package dev.memoized.redis;

import dev.memoized.BackendException;
import dev.memoized.spi.TimeSource;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.UnifiedJedis;

/** Servers that follow the leader, read from in turn. One that fails rests for a while. Thread-safe. */
final class Replicas {
    private static final long REST = Duration.ofSeconds(1).toNanos();

    private final AtomicInteger turns = new AtomicInteger();
    private final List<Replica> all;
    private final TimeSource time;

    private static final class Replica {
        private final Server server;
        private volatile long rests;

        Replica(Server server, long now) {
            this.server = server;
            this.rests = now;
        }
    }

    Replicas(List<UnifiedJedis> clients, TimeSource time) {
        long now = time.nanos();
        this.all = clients.stream()
                .map(client -> new Replica(new Server(client), now))
                .toList();
        this.time = time;
    }

    boolean isEmpty() {
        return all.isEmpty();
    }

    /**
     * Values of these names, as one of them has them.
     *
     * @return null when none answers
     */
    @Nullable
    List<byte @Nullable []> read(List<byte[]> names) {
        for (int i = 0; i < all.size(); i++) {
            Replica next = all.get(Math.floorMod(turns.getAndIncrement(), all.size()));
            if (time.nanos() - next.rests >= 0) {
                try {
                    return next.server.read(names);
                } catch (BackendException failure) {
                    next.rests = time.nanos() + REST;
                }
            }
        }
        return null;
    }
}
