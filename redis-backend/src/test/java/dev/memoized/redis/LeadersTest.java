package dev.memoized.redis;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.memoized.BackendException;
import dev.memoized.spi.ByteBackend;
import dev.memoized.spi.Entry;
import dev.memoized.spi.Lease;
import dev.memoized.spi.Store;
import dev.memoized.testing.ManualClock;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import redis.clients.jedis.Protocol.Command;

/** Two servers, and sentinels who say what the test tells them. */
class LeadersTest {
    @RegisterExtension
    static final RedisServer ONE = RedisServer.embedded();

    @RegisterExtension
    static final RedisServer OTHER = RedisServer.embedded();

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration WATCH = Duration.ofSeconds(5);

    private final ManualClock clock = new ManualClock();
    private final ScriptedServer first = new ScriptedServer();
    private final ScriptedServer second = new ScriptedServer();
    private final Names names = new Names("memoized", 0);
    private final ByteBackend backend = Given.backend(Map.of("uri", uri("")), clock);
    private final Store<byte[]> store = Everything.open(backend);

    private String uri(String credentials) {
        return "redis-sentinel://%s127.0.0.1:%s,127.0.0.1:%s#shop".formatted(credentials, first.port(), second.port());
    }

    @BeforeEach
    void empty() {
        ONE.client().flushAll();
        OTHER.client().flushAll();
        lead(ONE);
    }

    @AfterEach
    void close() {
        backend.close();
        first.close();
        second.close();
    }

    private void lead(RedisServer server) {
        first.sayList("127.0.0.1", server.port());
        second.sayList("127.0.0.1", server.port());
    }

    private boolean put(String key) {
        return store.put(key, Entry.of("value".getBytes(UTF_8), clock.nanos(), Set.of()), Bench.LIFE);
    }

    private static long entries(RedisServer server) {
        return server.client().keys("memoized:entry:*").size();
    }

    private static void obey(RedisServer server, String... whom) {
        server.send(Command.REPLICAOF, whom);
    }

    @Test
    void C69_leaderThatOnlyReads_isGivenUp() {
        assertThat(put("one")).isTrue();
        obey(ONE, "127.0.0.1", "1");
        try {
            lead(OTHER);
            assertThatThrownBy(() -> put("two"))
                    .isInstanceOf(BackendException.class)
                    .hasMessageContaining("READONLY");

            assertThat(put("two")).isTrue();
            assertThat(entries(OTHER)).isEqualTo(1);
        } finally {
            obey(ONE, "NO", "ONE");
        }
    }

    @Test
    void leaderThatCutsUsOff_isAskedFor_beforeAReadIsRepeated() {
        assertThat(put("one")).isTrue();
        ONE.send(Command.CLIENT, "KILL", "TYPE", "normal", "SKIPME", "yes");
        lead(OTHER);

        assertThat(store.read("one", clock.nanos())).isNull();
        assertThat(put("two")).isTrue();
        assertThat(entries(ONE)).isEqualTo(1);
        assertThat(entries(OTHER)).isEqualTo(1);
    }

    /** It answers as before, and sentinels cannot tell it that it is none any more. */
    @Test
    void leaderThatIsCutOffFromTheSentinels_isGivenUpInSeconds_byTheChannelToo() {
        Lease lease = Bench.lease(store, "leased");
        await().atMost(PATIENCE).until(() -> ONE.listeners(names.channel()) == 1);
        lead(OTHER);
        await().atMost(PATIENCE).until(() -> {
            clock.advance(WATCH);
            return OTHER.listeners(names.channel()) == 1;
        });

        assertThat(ONE.listeners(names.channel())).isZero();
        assertThat(put("one")).isTrue();
        assertThat(entries(ONE)).isZero();
        assertThat(lease.isVoid()).isTrue();
    }

    @Test
    void sentinelThatIsBehind_isNotBelievedForEver() {
        assertThat(put("one")).isTrue();
        obey(ONE, "127.0.0.1", "1");
        try {
            second.sayList("127.0.0.1", OTHER.port());
            await().atMost(PATIENCE).ignoreExceptions().until(() -> put("two"));
            assertThat(entries(OTHER)).isEqualTo(1);
        } finally {
            obey(ONE, "NO", "ONE");
        }
    }

    @Test
    void sentinelThatIsGone_isPassedOver() {
        first.close();
        assertThat(put("one")).isTrue();
        second.close();
        ONE.send(Command.CLIENT, "KILL", "TYPE", "normal", "SKIPME", "yes");
        assertThat(store.read("one", clock.nanos())).isNotNull();
    }

    @Test
    void backendThatIsMade_hasAskedNobodyYet() {
        assertThat(first.connections()).isZero();
        assertThat(put("one")).isTrue();
        assertThat(first.connections()).isEqualTo(1);
        assertThat(second.connections()).isZero();
    }

    @Test
    void sentinelsThatRefuse_areTold_withoutSecrets() {
        first.say("-WRONGPASS secret");
        second.say("-IDONTKNOW secret");
        try (ByteBackend nobody = Given.backend(Map.of("uri", uri("user:secret@")))) {
            Store<byte[]> none = Everything.open(nobody);
            assertThatThrownBy(() -> none.read("secret", 0))
                    .isInstanceOf(BackendException.class)
                    .hasMessageContaining("no sentinel")
                    .hasMessageContaining("sentinel-password")
                    .hasMessageNotContaining("secret");
        }
    }

    @Test
    void leaderThatNobodyKnows_isTold_andFoundLater() {
        first.say("*-1");
        second.say("*-1");
        assertThatThrownBy(() -> put("one"))
                .isInstanceOf(BackendException.class)
                .hasMessageContaining("no leader of this name");
        lead(ONE);
        clock.advance(WATCH);
        assertThat(put("one")).isTrue();
    }

    @Test
    void callersWhoComeTogether_doNotAskOneByOneWhenNobodyAnswers() {
        first.say("*-1");
        second.say("*-1");
        assertThatThrownBy(() -> put("one")).hasMessageContaining("no leader");
        lead(ONE);
        assertThatThrownBy(() -> put("one")).hasMessageContaining("no leader");
        clock.advance(Duration.ofMillis(100));
        assertThat(put("one")).isTrue();
    }

    @Test
    void closedBackend_asksNobody() {
        assertThat(put("one")).isTrue();
        backend.close();
        assertThatThrownBy(() -> put("two")).isInstanceOf(BackendException.class);
        lead(OTHER);
        clock.advance(WATCH);
        assertThatThrownBy(() -> put("two")).isInstanceOf(BackendException.class);
        assertThat(entries(OTHER)).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "redis-sentinel://:secret@localhost:1",
                "redis-sentinel://:secret@localhost:1#",
                "redis-sentinel://:secret@localhost#shop",
                "redis-sentinel://:secret@localhost:1,#shop",
                "redis-sentinel://:secret@localhost:1,other/0#shop",
                "redis-sentinel://:secret@localhost:1,other:2/secret#shop",
                "redis-sentinel:#shop",
                "http-sentinel://localhost:1#shop"
            })
    void uriOfAnotherForm_isRefusedWithoutSayingIt(String uri) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Given.backend(Map.of("uri", uri)))
                .withMessageStartingWith("uri: ")
                .withMessageNotContaining("secret")
                .withNoCause();
    }
}
