package dev.memoized.redis;

import dev.memoized.BackendException;
import dev.memoized.spi.ByteBackend;
import dev.memoized.spi.Namespace;
import dev.memoized.spi.Store;
import dev.memoized.spi.TimeSource;
import java.util.Set;
import redis.clients.jedis.UnifiedJedis;

/**
 * Entries, leases and marks under one prefix. A read is one {@code MGET} of the entry and its marks; everything else is one
 * script. One connection of the client is kept to listen for changes. Thread-safe.
 */
final class RedisBackend implements ByteBackend {
    private final Shared shared;
    private final AutoCloseable owned;

    /**
     * Does not connect yet.
     *
     * @param owned closed with it: the client, unless that is somebody else's
     */
    RedisBackend(UnifiedJedis client, TimeSource time, String prefix, AutoCloseable owned) {
        this.shared = new Shared(new Names(prefix), client, time);
        this.owned = owned;
    }

    @Override
    public Store<byte[]> open(Namespace namespace) {
        return new RedisStore(namespace, shared);
    }

    @Override
    public Set<Capability> capabilities() {
        return Set.of(Capability.SHARED);
    }

    @Override
    public void close() {
        shared.close();
        try {
            owned.close();
        } catch (Exception failure) {
            throw new BackendException("the client could not be closed", failure);
        }
    }
}
