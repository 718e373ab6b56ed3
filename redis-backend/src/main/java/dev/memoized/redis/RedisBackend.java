package dev.memoized.redis;

import dev.memoized.spi.ByteBackend;
import dev.memoized.spi.Namespace;
import dev.memoized.spi.Store;
import java.util.Set;
import redis.clients.jedis.UnifiedJedis;

/**
 * Entries, leases and marks under one prefix in Redis. A read is one {@code MGET} of the entry and its marks, in a cluster
 * one {@code GET} of the entry; everything else is one script. Thread-safe.
 *
 * <p>Usually {@link RedisProvider} makes one, as configuration says. To use a client of the application's, make one a bean:
 *
 * <pre>{@code
 * @Produces @ApplicationScoped @Backend("redis")
 * CacheBackend redis(UnifiedJedis client) {
 *     return RedisBackend.on(client).build();
 * }
 *
 * void close(@Disposes @Backend("redis") CacheBackend redis) {
 *     redis.close();
 * }
 * }</pre>
 */
public final class RedisBackend implements ByteBackend {
    private final Shared shared;
    private final Runnable released;

    /**
     * Does not connect yet.
     *
     * @param released closes what was made for it
     */
    RedisBackend(Shared shared, Runnable released) {
        this.shared = shared;
        this.released = released;
    }

    /**
     * Begins a backend on a client, which is not closed with it.
     *
     * @param client a {@code RedisClient}, {@code RedisSentinelClient} or {@code RedisClusterClient}; one of its connections
     *     listens for changes as long as the backend is open
     * @return to be built
     * @throws IllegalArgumentException it is of another class
     */
    public static Builder on(UnifiedJedis client) {
        return new Builder(client);
    }

    @Override
    public Store<byte[]> open(Namespace namespace) {
        return new RedisStore(namespace, shared);
    }

    @Override
    public Set<Capability> capabilities() {
        return Set.of(Capability.SHARED);
    }

    /** Ends its connection that listens; a client that was given is left open. */
    @Override
    public void close() {
        shared.close();
        released.run();
    }
}
