package dev.memoized.redis;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.memoized.MemoizedTerms;
import dev.memoized.Memoizer;
import dev.memoized.impl.time.SystemTime;
import dev.memoized.spi.Store;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import redis.clients.jedis.RedisClient;

/**
 * How long a hit takes beside the client's own {@code GET} of as many bytes, call by call in turns. Times are told, not
 * asserted; {@code -Dmemoized.rounds} asks for more.
 */
class HitSpeedTest {
    @RegisterExtension
    static final RedisServer SERVER = RedisServer.embedded();

    private static final int CALLS = 1_000 * Integer.getInteger("memoized.rounds", 1);

    private final SystemTime time = new SystemTime();

    private record Text(String text) implements Books {
        @Override
        public String title(String key) {
            return text;
        }

        @Override
        public long version(int key) {
            return key;
        }
    }

    private Map<String, long[]> measure(Map<String, Supplier<?>> ways) {
        Map<String, long[]> all = new LinkedHashMap<>();
        ways.keySet().forEach(way -> all.put(way, new long[CALLS]));
        for (int call = 0; call < CALLS; call++) {
            for (Map.Entry<String, Supplier<?>> way : ways.entrySet()) {
                long began = time.nanos();
                Object value = way.getValue().get();
                all.get(way.getKey())[call] = time.nanos() - began;
                assertThat(value).isNotNull();
            }
        }
        return all;
    }

    private void compare(int bytes) {
        String text = "x".repeat(bytes);
        String prefix = "speed-" + bytes;
        try (RedisBackend backend = SERVER.backend(time, prefix);
                Bench bench = new Bench(SERVER, "bare-" + bytes);
                Memoizer memoizer = Memoizer.builder()
                        .terms(MemoizedTerms.defaults()
                                .expireAfter(Duration.ofHours(1))
                                .tags("one", "two"))
                        .backend(backend)
                        .time(time)
                        .build()) {
            RedisClient client = SERVER.client();
            byte[] name = (prefix + ":plain").getBytes(UTF_8);
            client.set(name, text.getBytes(UTF_8));
            Store<byte[]> store = bench.here();
            store.put("key", bench.entry(text), Bench.LIFE);
            Books books = memoizer.attach("books", Books.class, new Text(text), "title");
            books.title("key");
            Map<String, Supplier<?>> ways = new LinkedHashMap<>();
            ways.put("GET", () -> client.get(name));
            ways.put("read of the store", () -> bench.read(store, "key"));
            ways.put("memoized call", () -> books.title("key"));
            measure(ways);
            measure(ways).forEach((way, nanos) -> tell(bytes, way, nanos));
        }
    }

    private static void tell(int bytes, String way, long[] nanos) {
        Arrays.sort(nanos);
        System.out.printf(
                "%,d bytes, %s: p50 %d us, p99 %d us%n",
                bytes, way, nanos[nanos.length / 2] / 1_000, nanos[nanos.length * 99 / 100] / 1_000);
    }

    @Test
    void hits_areToldBesideGet() {
        compare(100);
        compare(10_000);
    }
}
