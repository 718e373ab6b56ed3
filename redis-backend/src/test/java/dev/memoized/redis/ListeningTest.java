package dev.memoized.redis;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.memoized.testing.ManualClock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import redis.clients.jedis.Connection;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.RedisProtocol;

/** A connection that is asked whether it is there. */
class ListeningTest {
    @RegisterExtension
    static final RedisServer SERVER = RedisServer.embedded();

    private static final byte[] CHANNEL = "channel".getBytes(UTF_8);
    private static final int QUESTIONS = 1_000;

    private final ManualClock clock = new ManualClock();
    private final List<String> heard = new CopyOnWriteArrayList<>();
    private final AtomicInteger beginnings = new AtomicInteger();

    private final class Listener implements Ear.Listener {
        @Override
        public void heard(byte[] message) {
            heard.add(Names.text(message));
        }

        @Override
        public void missed() {
            beginnings.incrementAndGet();
        }

        @Override
        public boolean hasHeard(long number) {
            return number == 1;
        }
    }

    private static void until(Callable<Boolean> condition) {
        await().atMost(Duration.ofSeconds(30)).until(condition);
    }

    /** The answer may be there before whoever has asked is told that the question is sent. */
    @ParameterizedTest
    @EnumSource(names = {"RESP2", "RESP3"})
    void answersThatComeAtOnce_endNothing(RedisProtocol protocol) {
        var config = DefaultJedisClientConfig.builder().protocol(protocol).build();
        try (Listening listening =
                new Listening(() -> new Connection(SERVER.address(), config), CHANNEL, clock, new Listener())) {
            listening.start();
            until(() -> beginnings.get() == 1);
            for (int i = 0; i < QUESTIONS; i++) {
                listening.doubt(1);
            }

            SERVER.client().publish(CHANNEL, "news".getBytes(UTF_8));

            until(() -> heard.contains("news"));
            assertThat(beginnings).hasValue(1);
            clock.advance(Duration.ofSeconds(5));
            listening.doubt(2);
            until(() -> clock.waiters() == 1);
        }
    }

    /** What is not read of it would be taken for the answer to somebody else's command. */
    @Test
    void connectionOfAPool_isUsedByNobodyAfterIt() {
        List<Connection> made = new CopyOnWriteArrayList<>();
        try (RedisClient client = RedisClient.create("127.0.0.1", SERVER.port())) {
            Supplier<Connection> pooled = () -> {
                Connection fresh = client.getPool().getResource();
                made.add(fresh);
                return fresh;
            };
            try (Listening listening = new Listening(pooled, CHANNEL, clock, new Listener())) {
                listening.start();
                until(() -> beginnings.get() == 1);
                listening.doubt(2);
                until(() -> clock.waiters() == 1);
                clock.advance(Duration.ofSeconds(1));
                until(() -> beginnings.get() == 2);
            }
            until(() -> client.getPool().getDestroyedCount() == 2);
            assertThat(made).hasSize(2).allMatch(Connection::isBroken);
        }
    }
}
