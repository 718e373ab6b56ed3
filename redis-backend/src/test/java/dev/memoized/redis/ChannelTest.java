package dev.memoized.redis;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.memoized.spi.InvalidationMode;
import dev.memoized.spi.Lease;
import dev.memoized.spi.Mark;
import dev.memoized.spi.Store;
import dev.memoized.spi.TaggedKey;
import dev.memoized.testing.FlawedClass;
import dev.memoized.testing.ManualClock;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import redis.clients.jedis.Protocol.Command;

/** What one JVM does, and another learns. */
class ChannelTest {
    @RegisterExtension
    static final RedisServer SERVER = RedisServer.embedded();

    private Bench bench;
    private Store<byte[]> here;
    private Store<byte[]> there;

    @BeforeEach
    void open(TestInfo test) {
        bench = new Bench(SERVER, test.getDisplayName());
        here = bench.here();
        there = bench.there();
    }

    @AfterEach
    void close() {
        bench.close();
    }

    private static void awaitVoid(Lease lease) {
        await().atMost(Duration.ofSeconds(30)).until(lease::isVoid);
    }

    @Test
    void deleteElsewhere_voidsALease() {
        bench.awaitListening();
        Lease lease = Bench.lease(here, "key");

        there.invalidate("key");

        awaitVoid(lease);
        assertThat(here.publish(lease, bench.entry("old"), Bench.LIFE)).isFalse();
        assertThat(bench.read(there, "key")).isNull();
    }

    @Test
    void markElsewhere_voidsALeaseAndAClaim() {
        bench.awaitListening();
        TaggedKey key = new TaggedKey("key", Set.of("tag"));
        Lease lease = Bench.lease(here, key);
        Lease claim = here.claim(key, Bench.LIFE);
        Lease other = Bench.lease(here, "other");

        there.invalidate(Mark.tag("tag"), InvalidationMode.SOFT);

        awaitVoid(lease);
        awaitVoid(claim);
        assertThat(other.isVoid()).isFalse();
    }

    /** The news of a mark is lost: that of the next one names it. */
    @Test
    void C09_markThatWasMissed_isNoticedWithTheNext() {
        bench.awaitListening();
        TaggedKey heard = new TaggedKey("heard", Set.of("heard"));
        Lease first = Bench.lease(here, heard);
        there.invalidate(Mark.tag("heard"), InvalidationMode.HARD);
        awaitVoid(first);
        Lease lease = Bench.lease(here, new TaggedKey("key", Set.of("tag")));
        long number = Long.parseLong(new String(SERVER.client().get(bench.number()), UTF_8)) + 1;
        SERVER.client().set(bench.number(), Form.ascii(number));
        SERVER.client().set(bench.names().tag("tag"), Form.ascii(number + " 0"));

        there.invalidate(Mark.tag("heard"), InvalidationMode.HARD);

        awaitVoid(lease);
    }

    /** By a clock that stands still, so that nobody asks again by himself. */
    @Test
    void publishElsewhere_wakesWhoWaits(TestInfo test) throws Exception {
        ManualClock clock = new ManualClock();
        try (Bench still = new Bench(SERVER, test.getDisplayName() + "still", clock)) {
            still.awaitListening();
            Lease lease = Bench.lease(still.there(), "key");
            CompletableFuture<String> waiter = CompletableFuture.supplyAsync(() -> waitFor(still, "key"));
            clock.awaitWaiters(1);

            still.there().publish(lease, still.entry("value"), Bench.LIFE);

            assertThat(waiter.get(30, TimeUnit.SECONDS)).isEqualTo("value");
        }
    }

    private static @Nullable String waitFor(Bench bench, String key) {
        try {
            bench.here().awaitChange(key, Bench.LIFE);
            return bench.read(bench.here(), key);
        } catch (InterruptedException stop) {
            throw new IllegalStateException(stop);
        }
    }

    @Test
    void leaseOfTheSameKey_isNotVoidedByWhatWasToldBefore() {
        bench.awaitListening();
        for (int i = 0; i < 200; i++) {
            there.put("key", bench.entry("value"), Bench.LIFE);
            Lease lease = Bench.lease(here, "key");
            there.put("other", bench.entry("value"), Bench.LIFE);
            there.invalidate(Mark.tag("told"), InvalidationMode.HARD);
            assertThat(lease.isVoid()).as("round %s", i).isFalse();
            here.release(lease);
        }
    }

    /** By a clock that stands still, so that what is held does not end by itself. */
    @Test
    void markOfATagThatOnlyTheEntryHas_isLearntByTheChannel(TestInfo test) {
        try (Bench still = new Bench(SERVER, test.getDisplayName() + "still", new ManualClock())) {
            still.awaitListening();
            still.here().put("key", still.entry("value", "added"), Bench.LIFE);
            assertThat(still.read(still.here(), "key")).isEqualTo("value");

            still.there().invalidate(Mark.tag("added"), InvalidationMode.HARD);

            await().atMost(Duration.ofSeconds(30)).until(() -> still.read(still.here(), "key") == null);
        }
    }

    @Test
    void markOfThisJvm_countsAtOnce() {
        for (int i = 0; i < 100; i++) {
            here.put("key", bench.entry("value", "added"), Bench.LIFE);
            assertThat(bench.read(here, "key")).isEqualTo("value");
            here.invalidate(Mark.tag("added"), InvalidationMode.HARD);
            assertThat(bench.read(here, "key")).as("round %s", i).isNull();
        }
    }

    @Test
    void channelThatWasCut_isListenedToAgain() {
        bench.awaitListening();
        SERVER.send(Command.CLIENT, "KILL", "TYPE", "pubsub");

        bench.awaitListening();
    }

    @Test
    void oddMessages_disturbNobody() {
        bench.awaitListening();
        here.put("one", bench.entry("1"), Bench.LIFE);
        here.put("two", bench.entry("2"), Bench.LIFE);
        for (String odd : new String[] {"", "x", "v", "v12", "hx y", "h 1 2", "{}"}) {
            SERVER.client().publish(bench.channel(), odd.getBytes(UTF_8));
        }

        bench.awaitListening();
        assertThat(bench.read(here, "one")).isEqualTo("1");
        assertThat(bench.read(here, "two")).isEqualTo("2");
    }

    @Test
    void C09_whatHappenedWhileTheChannelWasCut_isAskedFor() {
        bench.awaitListening();
        Lease lost = Bench.lease(here, "lost");
        Lease kept = Bench.lease(here, "kept");
        SERVER.send(Command.CLIENT, "KILL", "TYPE", "pubsub");
        there.invalidate("lost");

        awaitVoid(lost);
        bench.awaitListening();
        assertThat(kept.isVoid()).isFalse();
        assertThat(here.publish(kept, bench.entry("value"), Bench.LIFE)).isTrue();
    }

    /** The server holds its answers back until the channel is heard. */
    @Test
    void channelThatIsHeardBeforeTheAnswer_leavesALeaseAlone() throws Exception {
        for (int round = 0; round < 20; round++) {
            SERVER.send(Command.CLIENT, "PAUSE", "60000", "WRITE");
            CompletableFuture<Lease> asked = CompletableFuture.supplyAsync(() -> Bench.lease(here, "key"));
            try {
                await().atMost(Duration.ofSeconds(30)).until(() -> SERVER.listeners(bench.channel()) == 1);
            } finally {
                SERVER.send(Command.CLIENT, "UNPAUSE");
            }
            Lease lease = asked.get(30, TimeUnit.SECONDS);
            assertThat(lease.isVoid()).as("round %s", round).isFalse();
            assertThat(here.publish(lease, bench.entry("value"), Bench.LIFE)).isTrue();
            bench.close();
            bench = new Bench(SERVER, "round" + round);
            here = bench.here();
        }
    }

    @Test
    void deleteElsewhere_beforeTheChannelIsHeard_voidsALease() {
        Lease first = Bench.lease(here, "key");
        there.invalidate("key");

        awaitVoid(first);
    }

    @Test
    void ownDeeds_countAtOnce_whateverTheServersClockSays() {
        bench.awaitListening();
        for (int i = 0; i < 100; i++) {
            Lease lease = Bench.lease(here, "key");
            assertThat(lease.isVoid()).isFalse();
            here.invalidate("key");
            assertThat(lease.isVoid()).isTrue();
        }
    }

    @Test
    void C09_leaseThatCannotBeAskedForAfterAGap_hasEnded() {
        assertThat(new UnaskableLease().apply(Map.of("port", SERVER.port(), "seconds", 30)))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "shared.leases().end(lease); | ''",
                "if (!isNext) { | if (false) {",
            })
    void leaseThatStandsThen_isFound(String right, String wrong, @TempDir Path folder) throws Exception {
        Function<Map<String, Integer>, Boolean> flawed =
                FlawedClass.around(UnaskableLease.class, folder, "Channel", right, wrong);

        assertThat(flawed.apply(Map.of("port", SERVER.port(), "seconds", 5))).isFalse();
    }

    @Test
    void replacesOfTwoJvms_oneSucceeds_andItsValueIsThere() {
        assertThat(new RivalReplaces().apply(SERVER.uri())).isEmpty();
    }

    @Test
    void closedBackend_listensNoMore(TestInfo test) {
        bench.awaitListening();
        String name = "memoized-listener of %s:changes:0".formatted(test.getDisplayName());
        assertThat(Thread.getAllStackTraces().keySet())
                .anyMatch(thread -> thread.getName().equals(name));

        bench.close();

        await().atMost(Duration.ofSeconds(30)).until(() -> Thread.getAllStackTraces().keySet().stream()
                .noneMatch(thread -> thread.getName().equals(name)));
    }
}
