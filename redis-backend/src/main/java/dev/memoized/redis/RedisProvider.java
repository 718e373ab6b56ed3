package dev.memoized.redis;

import dev.memoized.spi.BackendProvider;
import dev.memoized.spi.BackendSettings;
import dev.memoized.spi.CacheBackend;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import redis.clients.jedis.ClientSetInfoConfig;
import redis.clients.jedis.ConnectionPoolConfig;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.HostAndPort;

/**
 * Makes backends for {@code memoized.backend.<name>.type=redis}. Their properties:
 *
 * <ul>
 *   <li>{@code uri}: {@code redis://user:password@host:port/database}, or {@code rediss://} for TLS, which verifies the name
 *       of the host; {@code redis://localhost:6379} unless it is set. Or
 *       {@code redis-sentinel://user:password@host:port,host:port/database#leader} with the hosts of sentinels, and
 *       {@code rediss-sentinel://}. Or {@code redis-cluster://user:password@host:port,host:port} with some nodes of a
 *       cluster, and {@code rediss-cluster://};
 *   <li>{@code sentinel-user}, {@code sentinel-password}: for the sentinels; user and password of the URI are for the servers;
 *   <li>{@code replicas}: {@code host:port,host:port} of servers that follow the one of the URI, to read from; not of a cluster;
 *   <li>{@code connections}: how many calls use at most at once, of a cluster at each node, 64 unless it is set; one more
 *       listens for changes;
 *   <li>{@code socket-timeout}: how long connecting may take, and an answer; 2 s unless it is set. How long a call of the
 *       application waits is decided by {@code timeout}, which all backends have;
 *   <li>{@code key-prefix}: the first part of all names in Redis, {@code memoized} unless it is set. Backends with other
 *       prefixes share nothing;
 *   <li>{@code trust-store}, {@code trust-store-password}: a file with the certificates that are trusted; those that the JVM
 *       trusts unless it is set;
 *   <li>{@code key-store}, {@code key-store-password}: a file with the certificate that a server may ask for.
 * </ul>
 */
public final class RedisProvider implements BackendProvider {
    private static final String URI = "uri";
    private static final String CONNECTIONS = "connections";
    private static final String SOCKET_TIMEOUT = "socket-timeout";
    private static final String KEY_PREFIX = "key-prefix";
    private static final String REPLICAS = "replicas";
    private static final String SENTINEL_USER = "sentinel-user";
    private static final String SENTINEL_PASSWORD = "sentinel-password";

    /** For the service loader. */
    public RedisProvider() {}

    @Override
    public String type() {
        return "redis";
    }

    @Override
    public Set<String> properties() {
        Set<String> all = new HashSet<>(Secured.properties());
        all.addAll(Set.of(SENTINEL_USER, SENTINEL_PASSWORD, REPLICAS, URI, CONNECTIONS, SOCKET_TIMEOUT, KEY_PREFIX));
        return all;
    }

    @Override
    public CacheBackend create(BackendSettings settings) {
        Target target = Target.of(settings.text(URI).orElse("redis://localhost:6379"));
        Duration timeout = settings.duration(SOCKET_TIMEOUT).orElse(Duration.ofSeconds(2));
        int connections = settings.count(CONNECTIONS).orElse(64);
        if (connections < 1) {
            throw new IllegalArgumentException("connections: at least 1");
        }
        if (timeout.toMillis() < 1 || timeout.toMillis() > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("socket-timeout: from 1ms to 24 days");
        }
        DefaultJedisClientConfig.Builder config =
                config(target, timeout, settings).database(target.database());
        target.user().ifPresent(config::user);
        target.password().ifPresent(config::password);
        ConnectionPoolConfig limits = pool(connections, timeout);
        String prefix = settings.text(KEY_PREFIX).map(Names::checked).orElse(Names.USUAL_PREFIX);
        Names names = new Names(prefix, target.database());
        List<HostAndPort> replicas = Target.hosts(settings.text(REPLICAS).orElse(""));
        if (target.isCluster() && !replicas.isEmpty()) {
            throw new IllegalArgumentException("replicas: not of a cluster");
        }
        Connecting connecting = new Connecting(config.build(), limits);
        Clients clients = connecting.to(target, () -> sentinels(target, timeout, settings), settings.time());
        Clients all = connecting.with(replicas, clients);
        return new RedisBackend(new Shared(names, all, settings.time()), all::close);
    }

    private static Sentinels sentinels(Target target, Duration timeout, BackendSettings settings) {
        DefaultJedisClientConfig.Builder config = config(target, timeout, settings);
        settings.text(SENTINEL_USER).ifPresent(config::user);
        settings.text(SENTINEL_PASSWORD).ifPresent(config::password);
        return new Sentinels(target.hosts(), target.leader().orElseThrow(), config.build());
    }

    /** What servers and sentinels have in common. */
    private static DefaultJedisClientConfig.Builder config(Target target, Duration timeout, BackendSettings settings) {
        DefaultJedisClientConfig.Builder config = DefaultJedisClientConfig.builder()
                .timeoutMillis((int) timeout.toMillis())
                .clientSetInfoConfig(ClientSetInfoConfig.DISABLED);
        if (target.isSecured()) {
            config.sslOptions(Secured.options(settings));
        }
        return config;
    }

    private static ConnectionPoolConfig pool(int connections, Duration timeout) {
        ConnectionPoolConfig pool = new ConnectionPoolConfig();
        pool.setMaxTotal(connections);
        pool.setMaxIdle(connections);
        pool.setMaxWait(timeout);
        pool.setJmxEnabled(false);
        return pool;
    }
}
