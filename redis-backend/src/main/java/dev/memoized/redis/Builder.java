package dev.memoized.redis;

import dev.memoized.spi.TimeSource;
import java.util.Collection;
import java.util.function.Supplier;
import redis.clients.jedis.Connection;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.RedisClusterClient;
import redis.clients.jedis.RedisSentinelClient;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.exceptions.JedisConnectionException;
import redis.clients.jedis.exceptions.JedisException;
import redis.clients.jedis.util.Pool;

/** Makes a {@link RedisBackend} on a client that is there. Not thread-safe. */
public final class Builder {
    private final UnifiedJedis client;
    private final Supplier<Connection> connections;
    private String prefix = Names.USUAL_PREFIX;
    private int database;
    private TimeSource time = TimeSource.ofMachine();

    Builder(UnifiedJedis client) {
        this.client = client;
        this.connections = connections(client);
    }

    private static Supplier<Connection> connections(UnifiedJedis client) {
        if (client instanceof RedisClient one) {
            return () -> one.getPool().getResource();
        }
        if (client instanceof RedisSentinelClient led) {
            return () -> any(led.getPrimaryNodesConnectionMap().values());
        }
        if (client instanceof RedisClusterClient cluster) {
            return () -> cluster.getConnectionFromSlot(Names.MARKS_SLOT);
        }
        throw new IllegalArgumentException("client: a RedisClient, RedisSentinelClient or RedisClusterClient");
    }

    private static Connection any(Collection<? extends Pool<Connection>> pools) {
        JedisException last = new JedisConnectionException("no node is known");
        for (Pool<Connection> pool : pools) {
            try {
                return pool.getResource();
            } catch (JedisException gone) {
                last = gone;
            }
        }
        throw last;
    }

    /**
     * The first part of all names: backends with other prefixes share nothing.
     *
     * @param names {@code memoized} unless it is set
     * @return this
     * @throws IllegalArgumentException there are braces in it
     */
    public Builder keyPrefix(String names) {
        prefix = Names.checked(names);
        return this;
    }

    /**
     * The database that the client selects: channels are common to all of a server, so it is a part of their name.
     *
     * @param number 0 unless it is set
     * @return this
     */
    public Builder database(int number) {
        database = number;
        return this;
    }

    /**
     * The application's clock.
     *
     * @param source the machine's unless it is set
     * @return this
     */
    public Builder time(TimeSource source) {
        time = source;
        return this;
    }

    /**
     * Does not connect yet.
     *
     * @return to be closed before the client
     */
    public RedisBackend build() {
        Names names = new Names(prefix, database);
        Clients clients = client instanceof RedisClusterClient
                ? Clients.ofCluster(client, connections)
                : Clients.of(client, connections);
        return new RedisBackend(new Shared(names, clients, time), () -> {});
    }
}
