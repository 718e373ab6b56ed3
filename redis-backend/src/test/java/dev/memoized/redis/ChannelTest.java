package dev.memoized.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.memoized.spi.InvalidationMode;
import dev.memoized.spi.Lease;
import dev.memoized.spi.Mark;
import dev.memoized.spi.Store;
import dev.memoized.spi.TaggedKey;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.RegisterExtension;
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

    /** The channel is heard: what is told from now on is not missed. */
    private void awaitListening() {
        Lease lease = Bench.lease(here, "heard");
        await().atMost(Duration.ofSeconds(30)).until(() -> {
            there.invalidate("heard");
            return lease.isVoid();
        });
    }

    @Test
    void deleteElsewhere_voidsALease() {
        awaitListening();
        Lease lease = Bench.lease(here, "key");

        there.invalidate("key");

        awaitVoid(lease);
        assertThat(here.publish(lease, bench.entry("old"), Bench.LIFE)).isFalse();
        assertThat(bench.read(there, "key")).isNull();
    }

    @Test
    void markElsewhere_voidsALeaseAndAClaim() {
        awaitListening();
        TaggedKey key = new TaggedKey("key", Set.of("tag"));
        Lease lease = Bench.lease(here, key);
        Lease claim = here.claim(key, Bench.LIFE);
        Lease other = Bench.lease(here, "other");

        there.invalidate(Mark.tag("tag"), InvalidationMode.SOFT);

        awaitVoid(lease);
        awaitVoid(claim);
        assertThat(other.isVoid()).isFalse();
    }

    @Test
    void publishElsewhere_wakesWhoWaits() throws Exception {
        awaitListening();
        Lease lease = Bench.lease(there, "key");
        CompletableFuture<String> waiter = CompletableFuture.supplyAsync(() -> {
            String value = null;
            while (value == null) {
                try {
                    here.awaitChange("key", Bench.LIFE);
                } catch (InterruptedException stop) {
                    throw new IllegalStateException(stop);
                }
                value = bench.read(here, "key");
            }
            return value;
        });

        there.publish(lease, bench.entry("value"), Bench.LIFE);

        assertThat(waiter.get(30, TimeUnit.SECONDS)).isEqualTo("value");
    }

    @Test
    void leaseOfTheSameKey_isNotVoidedByWhatWasToldBefore() {
        awaitListening();
        for (int i = 0; i < 200; i++) {
            there.put("key", bench.entry("value"), Bench.LIFE);
            Lease lease = Bench.lease(here, "key");
            there.put("other", bench.entry("value"), Bench.LIFE);
            there.invalidate(Mark.tag("told"), InvalidationMode.HARD);
            assertThat(lease.isVoid()).as("round %s", i).isFalse();
            here.release(lease);
        }
    }

    @Test
    void markOfATagThatOnlyTheEntryHas_isLearntByTheChannel() {
        awaitListening();
        here.put("key", bench.entry("value", "added"), Bench.LIFE);
        assertThat(bench.read(here, "key")).isEqualTo("value");

        there.invalidate(Mark.tag("added"), InvalidationMode.HARD);

        await().atMost(Duration.ofSeconds(30)).until(() -> bench.read(here, "key") == null);
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
        awaitListening();
        SERVER.send(Command.CLIENT, "KILL", "TYPE", "pubsub");

        awaitListening();
    }

    @Test
    void closedBackend_listensNoMore(TestInfo test) {
        awaitListening();
        String name = "listener of %s:changes".formatted(test.getDisplayName());
        assertThat(Thread.getAllStackTraces().keySet())
                .anyMatch(thread -> thread.getName().equals(name));

        bench.close();

        await().atMost(Duration.ofSeconds(30)).until(() -> Thread.getAllStackTraces().keySet().stream()
                .noneMatch(thread -> thread.getName().equals(name)));
    }
}
