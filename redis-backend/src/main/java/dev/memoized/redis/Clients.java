package dev.memoized.redis;

import java.util.List;
import java.util.function.Supplier;
import redis.clients.jedis.Connection;
import redis.clients.jedis.UnifiedJedis;

/**
 * What a backend speaks to.
 *
 * @param leader takes all commands
 * @param replicas each may be read from
 * @param listening makes connections that listen for changes, one at a time
 * @param isCluster whether marks lie apart from entries
 */
record Clients(UnifiedJedis leader, List<UnifiedJedis> replicas, Supplier<Connection> listening, boolean isCluster) {

    /** Of one server. */
    static Clients of(UnifiedJedis leader, Supplier<Connection> listening) {
        return new Clients(leader, List.of(), listening, false);
    }

    static Clients ofCluster(UnifiedJedis nodes, Supplier<Connection> listening) {
        return new Clients(nodes, List.of(), listening, true);
    }

    void close() {
        leader.close();
        replicas.forEach(UnifiedJedis::close);
    }
}
