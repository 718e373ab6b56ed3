package dev.memoized.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.memoized.BackendException;
import dev.memoized.impl.time.SystemTime;
import dev.memoized.spi.Entry;
import dev.memoized.spi.Namespace;
import dev.memoized.spi.Store;
import dev.memoized.testing.Fault;
import dev.memoized.testing.FaultProxy;
import dev.memoized.testing.FlawedClass;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Set;
import java.util.function.ToIntFunction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import redis.clients.jedis.Connection;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.RedisClient;

/** What has come about at the server, and nobody was told. */
class LostAnswersTest {
    @RegisterExtension
    static final RedisServer SERVER = RedisServer.embedded();

    private final SystemTime time = new SystemTime();
    private FaultProxy proxy;
    private RedisBackend backend;
    private Store<byte[]> store;

    @BeforeEach
    void open() {
        proxy = new FaultProxy(new InetSocketAddress("127.0.0.1", SERVER.port()));
        HostAndPort address = new HostAndPort("127.0.0.1", proxy.port());
        DefaultJedisClientConfig config = DefaultJedisClientConfig.builder().build();
        RedisClient client =
                RedisClient.builder().hostAndPort(address).clientConfig(config).build();
        backend = RedisServer.backend(client, () -> new Connection(address, config), time, "answers");
        store = backend.open(new Namespace("books", "", 10, Object::toString));
        store.read("warm", time.nanos());
    }

    @AfterEach
    void close() {
        backend.close();
        proxy.close();
        time.close();
    }

    private static byte[] digits(long number) {
        return Long.toString(number).getBytes(StandardCharsets.US_ASCII);
    }

    @Test
    void C71_countThatMayHaveComeAbout_isNotRepeated() {
        store.put("counter", Entry.of(digits(0), time.nanos(), Set.of()), Bench.LIFE);
        store.increment("counter", 1);
        proxy.set(Fault.CUT, 1);

        assertThatThrownBy(() -> store.increment("counter", 1)).isInstanceOf(BackendException.class);

        proxy.work();
        assertThat(store.increment("counter", 0)).hasValue(2);
    }

    @Test
    void deleteWhoseAnswerWasLost_hasEndedTheLeaseHereAllTheSame() {
        assertThat(new LostDelete().applyAsInt(SERVER.port())).isZero();
    }

    @Test
    void deleteThatEndsLeasesByItsAnswerOnly_isFound(@TempDir Path folder) throws Exception {
        ToIntFunction<Integer> flawed =
                FlawedClass.around(LostDelete.class, folder, "RedisStore", "shared.leases().endOut(scope.id());", "");

        assertThat(flawed.applyAsInt(SERVER.port())).isPositive();
    }
}
