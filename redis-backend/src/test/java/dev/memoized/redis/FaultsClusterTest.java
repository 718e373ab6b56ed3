package dev.memoized.redis;

import java.util.List;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.Isolated;
import redis.clients.jedis.HostAndPort;

@Isolated("calls end in 50 ms or fail")
class FaultsClusterTest extends FaultsContract {
    @RegisterExtension
    static final RedisCluster CLUSTER = RedisCluster.ofMasters();

    FaultsClusterTest() {
        super(20_000);
    }

    @Override
    List<HostAndPort> servers() {
        return CLUSTER.masters().stream().map(RedisCluster.Node::address).toList();
    }

    /** Nodes name each other by their own addresses. */
    @Override
    RedisBackend backend() {
        var config = config().hostAndPortMapper(this::through).build();
        return RedisCluster.backend(new Nodes(servers(), config, pool(), time), time, prefix);
    }
}
