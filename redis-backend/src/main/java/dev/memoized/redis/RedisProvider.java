package dev.memoized.redis;

import dev.memoized.spi.BackendProvider;
import dev.memoized.spi.BackendSettings;
import dev.memoized.spi.CacheBackend;
import java.net.URI;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import redis.clients.jedis.ClientSetInfoConfig;
import redis.clients.jedis.Connection;
import redis.clients.jedis.ConnectionPoolConfig;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.JedisClientConfig;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.util.JedisURIHelper;

/**
 * Makes backends for {@code memoized.backend.<name>.type=redis}. Their properties:
 *
 * <ul>
 *   <li>{@code uri}: {@code redis://user:password@host:port/database}, or {@code rediss://} for TLS, which verifies the name
 *       of the host; {@code redis://localhost:6379} unless it is set;
 *   <li>{@code connections}: how many calls use at most at once, 64 unless it is set; one more listens for changes;
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

    /** For the service loader. */
    public RedisProvider() {}

    @Override
    public String type() {
        return "redis";
    }

    @Override
    public Set<String> properties() {
        Set<String> all = new HashSet<>(Secured.properties());
        all.addAll(Set.of(URI, CONNECTIONS, SOCKET_TIMEOUT, KEY_PREFIX));
        return all;
    }

    @Override
    public CacheBackend create(BackendSettings settings) {
        URI uri = uri(settings.text(URI).orElse("redis://localhost:6379"));
        Duration timeout = settings.duration(SOCKET_TIMEOUT).orElse(Duration.ofSeconds(2));
        int connections = settings.count(CONNECTIONS).orElse(64);
        if (connections < 1) {
            throw new IllegalArgumentException("connections: at least 1");
        }
        if (timeout.toMillis() < 1 || timeout.toMillis() > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("socket-timeout: from 1ms to 24 days");
        }
        HostAndPort address = JedisURIHelper.getHostAndPort(uri);
        JedisClientConfig config = config(uri, timeout, settings);
        RedisClient client = RedisClient.builder()
                .hostAndPort(address)
                .clientConfig(config)
                .poolConfig(pool(connections, timeout))
                .build();
        Names names = new Names(settings.text(KEY_PREFIX).orElse("memoized"), JedisURIHelper.getDBIndex(uri));
        return new RedisBackend(client, () -> new Connection(address, config), settings.time(), names);
    }

    /** Its text may hold a password. */
    private static URI uri(String text) {
        try {
            URI uri = java.net.URI.create(text);
            if (JedisURIHelper.getDBIndex(uri) >= 0
                    && JedisURIHelper.isValid(uri)
                    && (JedisURIHelper.isRedisScheme(uri) || JedisURIHelper.isRedisSSLScheme(uri))) {
                return uri;
            }
        } catch (IllegalArgumentException odd) {
            throw wrongUri();
        }
        throw wrongUri();
    }

    private static IllegalArgumentException wrongUri() {
        return new IllegalArgumentException(
                "uri: not of the form redis://user:password@host:port/database, or rediss://");
    }

    private static JedisClientConfig config(URI uri, Duration timeout, BackendSettings settings) {
        DefaultJedisClientConfig.Builder config = DefaultJedisClientConfig.builder()
                .timeoutMillis((int) timeout.toMillis())
                .clientSetInfoConfig(ClientSetInfoConfig.DISABLED)
                .database(JedisURIHelper.getDBIndex(uri));
        if (JedisURIHelper.isRedisSSLScheme(uri)) {
            config.sslOptions(Secured.options(settings));
        }
        Optional.ofNullable(JedisURIHelper.getUser(uri)).ifPresent(config::user);
        Optional.ofNullable(JedisURIHelper.getPassword(uri)).ifPresent(config::password);
        return config.build();
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
