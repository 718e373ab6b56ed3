package dev.memoized.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.memoized.spi.Store;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import redis.clients.jedis.RedisClient;

/** Lives that the server has no number for: zero is an error there, and so is what is too large. */
class LivesTest {
    @RegisterExtension
    static final RedisServer SERVER = RedisServer.embedded();

    private static long life(Bench bench, String key) {
        RedisClient client = SERVER.client();
        return client.pttl(Scope.of(key, Bench.books(), bench.names()).names().get(0));
    }

    @Test
    void C40_lives_areRoundedUp_areNone_orForEver() {
        try (Bench bench = new Bench(SERVER, "lives")) {
            Store<byte[]> store = bench.here();
            store.put("hour", bench.entry("value"), Duration.ofHours(1));
            store.put("forever", bench.entry("value"), Store.FOREVER);
            store.put("ages", bench.entry("value"), Duration.ofDays(60_000));
            store.put("none", bench.entry("value"), Duration.ZERO);
            store.put("never", bench.entry("value"), Duration.ofSeconds(-1));
            store.put("tiny", bench.entry("value"), Duration.ofNanos(1));

            assertThat(life(bench, "hour")).isBetween(3_500_000L, 3_600_000L);
            assertThat(life(bench, "forever")).isEqualTo(-1);
            assertThat(life(bench, "ages")).isEqualTo(-1);
            assertThat(life(bench, "none")).isEqualTo(-2);
            assertThat(life(bench, "never")).isEqualTo(-2);
            assertThat(Form.life(Duration.ofNanos(1))).isEqualTo(Form.ascii(1));
            assertThat(Form.life(Duration.ofMillis(3).plusNanos(1))).isEqualTo(Form.ascii(4));
        }
    }

    @Test
    void C40_touches_takeTheSameLives() {
        try (Bench bench = new Bench(SERVER, "touched")) {
            Store<byte[]> store = bench.here();
            store.put("key", bench.entry("value"), Bench.LIFE);
            assertThat(store.touch("key", Store.FOREVER)).isTrue();
            assertThat(life(bench, "key")).isEqualTo(-1);
            assertThat(store.touch("key", Duration.ofHours(1))).isTrue();
            assertThat(life(bench, "key")).isBetween(3_500_000L, 3_600_000L);
            assertThat(store.touch("key", Duration.ZERO)).isTrue();
            assertThat(life(bench, "key")).isEqualTo(-2);
        }
    }
}
