package dev.memoized.infinispan;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.memoized.cells.Election;
import dev.memoized.cells.Names;
import dev.memoized.spi.AtHand;
import dev.memoized.spi.CacheBackend.Capability;
import dev.memoized.spi.InvalidationMode;
import dev.memoized.spi.Mark;
import dev.memoized.spi.TimeSource;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a member knows without asking another one. */
@Timeout(120)
class AtHandTest {
    @RegisterExtension
    static final Cluster COPIES = Cluster.replicated(2);

    @RegisterExtension
    static final Cluster PARTS = Cluster.distributed(3);

    private Bench bench;

    @BeforeEach
    void fill() {
        bench = new Bench(COPIES);
        bench.on(0).put("key", bench.entry("value", "tag"), Bench.LIFE);
    }

    @AfterEach
    void close() {
        bench.close();
    }

    private static AtHand<byte[]> atHand(Bench bench, int node, String key) {
        return bench.on(node).readAtHand(key, TimeSource.ofMachine().nanos());
    }

    @Test
    void copyOfAnothersEntry_isAtHand() {
        AtHand<byte[]> known = atHand(bench, 1, "key");
        assertThat(known.entry().value()).isEqualTo("value".getBytes(UTF_8));
        assertThat(known.entry().tags()).containsExactly("tag");
    }

    @Test
    void thatThereIsNothing_isAtHand() {
        assertThat(atHand(bench, 1, "another").entry()).isNull();
    }

    @Test
    void marksOfAnother_countAtHand() {
        bench.on(0).invalidate(Mark.tag("tag"), InvalidationMode.SOFT);
        assertThat(atHand(bench, 1, "key").entry().softlyInvalidated()).isTrue();
        bench.on(0).invalidate(Mark.tag("tag"), InvalidationMode.HARD);
        assertThat(atHand(bench, 1, "key").entry()).isNull();
    }

    @Test
    void lostMark_isAskedFor() {
        COPIES.caches(0).marks().remove(bench.names().mark(Mark.tag("tag")));
        assertThat(atHand(bench, 1, "key")).isNull();
    }

    @Test
    void numberThatIsNotThere_isAskedFor() {
        COPIES.caches(0).marks().remove(bench.names().prefix() + ":number");
        assertThat(atHand(bench, 1, "key")).isNull();
        assertThat(bench.on(1).read("key", TimeSource.ofMachine().nanos())).isNotNull();
        assertThat(atHand(bench, 1, "key")).isNotNull();
    }

    @Test
    void partOfOthers_isAskedFor() {
        try (Bench parts = new Bench(PARTS)) {
            IntStream.range(0, 50).forEach(number -> {
                String key = "key-" + number;
                parts.on(0).put(key, parts.entry("value"), Bench.LIFE);
                boolean isHere = PARTS.distribution(0, parts.names().cell(key, Bench.books()))
                        .isReadOwner();
                assertThat(atHand(parts, 0, key) != null).isEqualTo(isHere);
            });
        }
    }

    @Test
    void backendThatHasNotBegun_isNotStarted_andNothingIsAtHandBehindItsEnd() {
        InCaches.Origin origin = () -> {
            throw new AssertionError("started");
        };
        InfinispanBackend fresh = new InfinispanBackend(
                new InCaches.Source(new Names("fresh"), origin, any -> Election.NONE),
                TimeSource.ofMachine(),
                Set.of(Capability.SHARED));
        assertThat(fresh.open(Bench.books()).readAtHand("key", 0)).isNull();
        fresh.close();
        bench.close();
        assertThat(atHand(bench, 1, "key")).isNull();
    }
}
