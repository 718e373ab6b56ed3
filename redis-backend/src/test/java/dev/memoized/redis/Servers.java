package dev.memoized.redis;

import dev.memoized.spi.TimeSource;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import redis.clients.jedis.ConnectionPoolConfig;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.JedisClientConfig;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.RedisClusterClient;
import redis.clients.jedis.UnifiedJedis;

/** One server of a test class, or a cluster. */
interface Servers extends BeforeAllCallback, AfterAllCallback {

    /** As configuration names it. */
    String uri();

    /** With names of its own. */
    RedisBackend backend(TimeSource time, String prefix);

    /** To look at what lies there. */
    UnifiedJedis client();

    /** All that lies there is lost. */
    void empty();

    /** Without a farewell. */
    void kill() throws Exception;

    /** At the same addresses, empty. */
    void start() throws Exception;

    /** They answer nothing, and connections to them are taken all the same. */
    void pause() throws Exception;

    void resume() throws Exception;

    /** A client of its own. */
    static UnifiedJedis client(String uri, Duration patience) {
        Target target = Target.of(uri);
        ConnectionPoolConfig pool = new ConnectionPoolConfig();
        pool.setMaxTotal(128);
        pool.setJmxEnabled(false);
        JedisClientConfig config = DefaultJedisClientConfig.builder()
                .socketTimeoutMillis((int) patience.toMillis())
                .build();
        return target.isCluster()
                ? RedisClusterClient.builder()
                        .nodes(Set.copyOf(target.hosts()))
                        .clientConfig(config)
                        .poolConfig(pool)
                        .build()
                : RedisClient.builder()
                        .hostAndPort(target.hosts().get(0))
                        .clientConfig(config)
                        .poolConfig(pool)
                        .build();
    }

    /** A signal to a process. */
    static void signal(String name, long pid) throws Exception {
        int code = new ProcessBuilder("kill", "-" + name, "" + pid)
                .inheritIO()
                .start()
                .waitFor();
        if (code != 0) {
            throw new AssertionError("kill -" + name + " says " + code);
        }
    }
}
