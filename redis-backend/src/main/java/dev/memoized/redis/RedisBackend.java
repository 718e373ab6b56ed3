package dev.memoized.redis;

import dev.memoized.spi.ByteBackend;
import dev.memoized.spi.Namespace;
import dev.memoized.spi.Store;
import dev.memoized.spi.TimeSource;
import java.util.Set;
import java.util.function.Supplier;
import redis.clients.jedis.Connection;
import redis.clients.jedis.UnifiedJedis;

/**
 * Entries, leases and marks under one prefix. A read is one {@code MGET} of the entry and its marks, in a cluster one
 * {@code GET} of the entry; everything else is one script. Thread-safe.
 */
final class RedisBackend implements ByteBackend {
    private final UnifiedJedis client;
    private final Shared shared;

    /**
     * Does not connect yet.
     *
     * @param client closed with the backend
     * @param connections makes those that listen for changes, one at a time
     */
    RedisBackend(UnifiedJedis client, Supplier<Connection> connections, TimeSource time, Names names) {
        this(client, new Shared(names, client, connections, time, false));
    }

    private RedisBackend(UnifiedJedis client, Shared shared) {
        this.client = client;
        this.shared = shared;
    }

    /** The same for a cluster, where marks lie apart from entries. */
    static RedisBackend ofCluster(UnifiedJedis client, Supplier<Connection> connections, TimeSource time, Names names) {
        return new RedisBackend(client, new Shared(names, client, connections, time, true));
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
        client.close();
    }
}
