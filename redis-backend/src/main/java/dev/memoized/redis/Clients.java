package dev.memoized.redis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.Connection;
import redis.clients.jedis.UnifiedJedis;

/**
 * What a backend speaks to.
 *
 * @param leader takes all commands
 * @param replicas each may be read from
 * @param listening makes connections that listen for changes, one at a time
 * @param reader of a cluster, where marks lie apart from entries: reads entries wherever they lie; empty of a server
 */
record Clients(
        UnifiedJedis leader,
        List<UnifiedJedis> replicas,
        Supplier<Connection> listening,
        Optional<Function<List<byte[]>, List<?>>> reader) {

    /** Of one server. */
    static Clients of(UnifiedJedis leader, Supplier<Connection> listening) {
        return new Clients(leader, List.of(), listening, Optional.empty());
    }

    static Clients ofCluster(
            UnifiedJedis nodes, Supplier<Connection> listening, Function<List<byte[]>, List<?>> reader) {
        return new Clients(nodes, List.of(), listening, Optional.of(reader));
    }

    /** One after the other. */
    static Clients ofCluster(UnifiedJedis nodes, Supplier<Connection> listening) {
        return ofCluster(nodes, listening, names -> {
            List<byte @Nullable []> values = new ArrayList<>(names.size());
            names.forEach(name -> values.add(nodes.get(name)));
            return values;
        });
    }

    void close() {
        leader.close();
        replicas.forEach(UnifiedJedis::close);
    }
}
