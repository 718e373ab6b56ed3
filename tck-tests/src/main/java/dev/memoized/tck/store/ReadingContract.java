package dev.memoized.tck.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.memoized.spi.Entry;
import dev.memoized.spi.Lease;
import dev.memoized.spi.Store;
import dev.memoized.spi.TaggedKey;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is found under which key, and what writing without a lease says. */
abstract class ReadingContract<V> extends StoreBench<V> {

    @Test
    void unknownKey_holdsNothing() {
        assertHoldsNothing(KEY);
    }

    @Test
    void put_isRead() {
        put(KEY, 1);
        assertHolds(KEY, 1);
    }

    @Test
    void putAgain_replaces() {
        put(KEY, 1);
        put(KEY, 2);
        assertHolds(KEY, 2);
    }

    @Test
    void nullValue_isAnEntry() {
        assertThat(store().put(KEY, Entry.of(null, time().nanos(), Set.of()), units(10)))
                .isTrue();
        assertThat(found(KEY).value()).isNull();
    }

    @Test
    void publishedEntry_keepsItsFacts() {
        Lease lease = lease(KEY);
        Entry<V> entry = new Entry<>(value(1), time().nanos(), 42, "v1", lease.asOf(), Set.of("a", "b"), false);
        assertThat(store().publish(lease, entry, units(10))).isTrue();
        Entry<V> found = found(KEY);
        assertThat(Duration.ofNanos(found.computedAt() - entry.computedAt()).abs())
                .isLessThan(unit());
        assertThat(found.computationTime()).isEqualTo(42);
        assertThat(found.version()).isEqualTo("v1");
        assertThat(found.tags()).containsExactlyInAnyOrder("a", "b");
        assertThat(found.asOf()).isEqualTo(lease.asOf());
    }

    @Test
    void otherKey_holdsNothing() {
        put(KEY, 1);
        assertHoldsNothing("another");
    }

    @Test
    void equalKey_isTheSame() {
        put(new Pair("a", 1), 1);
        assertHolds(new Pair("a", 1), 1);
    }

    @Test
    void taggedKey_isTheSameWithOtherTags() {
        put(new TaggedKey(KEY, Set.of("a")), 1, "a");
        assertHolds(new TaggedKey(KEY, Set.of("b")), 1);
    }

    @Test
    void otherNamespace_holdsNothing() {
        put(KEY, 1);
        assertThat(open("authors", "").read(KEY, time().nanos())).isNull();
    }

    @Test
    void otherSchema_holdsNothing() {
        put(KEY, 1);
        assertThat(open("books", "2").read(KEY, time().nanos())).isNull();
    }

    @Test
    void sameNameAndSchema_shareEntries() {
        put(KEY, 1);
        assertThat(open("books", "").read(KEY, time().nanos())).isNotNull();
    }

    @Test
    void add_toNothing_stores() {
        assertThat(store().add(KEY, entry(1), units(10))).isTrue();
        assertHolds(KEY, 1);
    }

    @Test
    void add_toSomething_changesNothing() {
        put(KEY, 1);
        assertThat(store().add(KEY, entry(2), units(10))).isFalse();
        assertHolds(KEY, 1);
    }

    @Test
    void delete_removes() {
        put(KEY, 1);
        assertThat(store().invalidate(KEY)).isTrue();
        assertHoldsNothing(KEY);
    }

    @Test
    void delete_ofNothing_saysSo() {
        assertThat(store().invalidate(KEY)).isFalse();
    }

    @Test
    void delete_leavesOtherKeys() {
        put(KEY, 1);
        put("another", 2);
        store().invalidate(KEY);
        assertHolds("another", 2);
    }

    @Test
    void refusedPut_removesTheOldValue() {
        V tooLarge = tooLarge();
        if (tooLarge != null) {
            put(KEY, 1);
            assertThat(store().put(KEY, Entry.of(tooLarge, time().nanos(), Set.of()), units(10)))
                    .isFalse();
            assertHoldsNothing(KEY);
        }
    }

    @Test
    void capabilities_areTheSameAtEachCall() {
        assertThat(opened().capabilities()).isEqualTo(opened().capabilities());
    }

    @Test
    void secondClose_doesNothing() {
        opened().close();
        opened().close();
    }

    @Test
    void stats_countEntriesIfTheyCan() {
        Store<V> counted = open("counted", "");
        counted.put("a", entry(1), units(10));
        counted.put("b", entry(2), units(10));
        assertThat(counted.stats().entries()).isIn(-1L, 2L);
        assertThat(counted.stats().evicted()).isIn(-1L, 0L);
    }

    private record Pair(String text, int number) {
        @Override
        public String toString() {
            return text + '-' + number;
        }
    }
}
