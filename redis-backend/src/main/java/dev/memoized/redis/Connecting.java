package dev.memoized.redis;

import dev.memoized.spi.TimeSource;
import java.util.List;
import java.util.function.Supplier;
import redis.clients.jedis.Connection;
import redis.clients.jedis.ConnectionPoolConfig;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.JedisClientConfig;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.builders.StandaloneClientBuilder;
import redis.clients.jedis.providers.PooledConnectionProvider;

/**
 * Makes clients, which do not connect yet.
 *
 * @param config of each connection
 * @param limits of each pool
 */
record Connecting(JedisClientConfig config, ConnectionPoolConfig limits) {

    /** Of what a URI says. */
    Clients to(Target target, Supplier<Sentinels> sentinels, TimeSource time) {
        if (target.isCluster()) {
            return toCluster(new Nodes(target.hosts(), config, limits, time));
        }
        if (target.leader().isPresent()) {
            return toLeader(new Leaders(sentinels.get(), config, limits, time));
        }
        HostAndPort address = target.hosts().get(0);
        return Clients.of(pooled(address), () -> new Connection(address, config));
    }

    private static Clients toCluster(Nodes nodes) {
        RedisClient client =
                client().connectionProvider(nodes).commandExecutor(nodes).build();
        return Clients.ofCluster(client, nodes::listen, nodes::read);
    }

    private static Clients toLeader(Leaders leaders) {
        RedisClient client = client().connectionProvider(leaders)
                .commandExecutor(new Doubting(leaders))
                .build();
        return Clients.of(client, leaders::listen);
    }

    /** The same with replicas of the leader. */
    Clients with(List<HostAndPort> replicas, Clients clients) {
        List<UnifiedJedis> others =
                replicas.stream().<UnifiedJedis>map(this::pooled).toList();
        return new Clients(clients.leader(), others, clients.listening(), clients.reader());
    }

    private RedisClient pooled(HostAndPort address) {
        return client().connectionProvider(new PooledConnectionProvider(address, config, limits))
                .build();
    }

    /** One that knows the protocol does not connect to ask for it; each connection asks all the same. */
    private static StandaloneClientBuilder<RedisClient> client() {
        return RedisClient.builder()
                .clientConfig(DefaultJedisClientConfig.builder().resp3().build());
    }
}
