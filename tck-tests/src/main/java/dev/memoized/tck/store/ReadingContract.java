package dev.memoized.tck.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.memoized.spi.CacheBackend;
import dev.memoized.spi.Entry;
import dev.memoized.spi.Lease;
import dev.memoized.spi.Mark;
import dev.memoized.spi.TaggedKey;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is found under which key. */
abstract class ReadingContract<V> extends StoreBench<V> {

    @Test
    @Says("A key that nobody has written holds nothing.")
    void unknownKey_holdsNothing() {
        assertHoldsNothing(KEY);
    }

    @Test
    @Says("What was put is read.")
    void put_isRead() {
        put(KEY, 1);
        assertHolds(KEY, 1);
    }

    @Test
    @Says("Null is a value: it is held, and found.")
    void nullValue_isAnEntry() {
        assertThat(store().put(KEY, Entry.of(nullValue(), time().nanos(), Set.of()), units(10)))
                .isTrue();
        assertThat(found(KEY).value()).isEqualTo(nullValue());
    }

    @Test
    @Says("A key that holds null holds something: to add, touch, delete, and to a lease.")
    void nullValue_isSomething() {
        store().put(KEY, Entry.of(nullValue(), time().nanos(), Set.of()), units(10));
        assertThat(store().add(KEY, entry(1), units(10))).isFalse();
        assertThat(ask(KEY, true).entry()).isNotNull();
        assertThat(store().touch(KEY, units(10))).isTrue();
        assertThat(store().readAll(List.of(KEY), time().nanos())).containsOnlyKeys(KEY);
        assertThat(store().invalidate(KEY)).isTrue();
    }

    @Test
    @Says("Null is published like any result.")
    void nullValue_isPublished() {
        Lease lease = lease(KEY);
        Entry<V> entry = Entry.<V>of(nullValue(), time().nanos(), Set.of()).asOf(lease.asOf());
        assertThat(store().publish(lease, entry, units(10))).isTrue();
        assertThat(found(KEY).value()).isEqualTo(nullValue());
    }

    @Test
    @Says("Values come back as they were stored, with their types.")
    void values_comeBackAsTheyWere() {
        for (V value : values()) {
            store().put(KEY, Entry.of(value, time().nanos(), Set.of()), units(10));
            assertThat(found(KEY).value()).isEqualTo(value);
        }
    }

    @Test
    @Says("A backend that is BY_REFERENCE hands out the very objects that were stored.")
    void value_byReference_isTheVeryObject() {
        V value = value(1);
        store().put(KEY, Entry.of(value, time().nanos(), Set.of()), units(10));
        if (capabilities().contains(CacheBackend.Capability.BY_REFERENCE)) {
            assertThat(found(KEY).value()).isSameAs(value);
        } else {
            assertThat(found(KEY).value()).isEqualTo(value);
        }
    }

    @Test
    @Says("A published entry keeps its times, version, tags and own limits, and the number of its lease.")
    void publishedEntry_keepsItsFacts() {
        Lease lease = lease(KEY);
        Entry<V> entry = new Entry<>(value(1), time().nanos(), 42, "v1", lease.asOf(), Set.of("a", "b"), false, OWN);
        assertThat(store().publish(lease, entry, units(10))).isTrue();
        Entry<V> found = found(KEY);
        assertThat(Duration.ofNanos(found.computedAt() - entry.computedAt()).abs())
                .isLessThan(unit());
        assertThat(found.computationTime()).isEqualTo(42);
        assertThat(found.version()).isEqualTo(storedVersion("v1"));
        assertThat(found.tags()).containsExactlyInAnyOrder("a", "b");
        assertThat(found.ownLimits()).isEqualTo(OWN);
        assertThat(found.asOf()).isEqualTo(lease.asOf());
    }

    @Test
    @Says("An entry that was put keeps its times, version, tags and own limits too.")
    void putEntry_keepsItsFacts() {
        Entry<V> entry = new Entry<>(value(1), time().nanos(), 42, "v1", 0, Set.of("a", "b"), false, OWN);
        store().put(KEY, entry, units(10));
        assertThat(found(KEY).computationTime()).isEqualTo(42);
        assertThat(found(KEY).version()).isEqualTo(storedVersion("v1"));
        assertThat(found(KEY).tags()).containsExactlyInAnyOrder("a", "b");
        assertThat(found(KEY).ownLimits()).isEqualTo(OWN);
    }

    @Test
    @Says("When an entry was computed is told in this JVM's time, however late it is read.")
    void computedAt_isATimeOfThisJvm() {
        Entry<V> entry = entry(1);
        store().put(KEY, entry, units(10));
        pass(units(5));
        assertThat(Duration.ofNanos(found(KEY).computedAt() - entry.computedAt())
                        .abs())
                .isLessThan(unit());
    }

    @Test
    @Says("Reading changes nothing: who reads again finds the same.")
    void read_takesNothingAway() {
        put(KEY, 1, TAG);
        Entry<V> first = found(KEY);
        assertSame(found(KEY), first);
    }

    @Test
    @Says("Another key holds nothing.")
    void otherKey_holdsNothing() {
        put(KEY, 1);
        assertHoldsNothing("another");
    }

    @Test
    @Says("Keys that are equal are one key.")
    void equalKey_isTheSame() {
        put(pair(), 1);
        assertHolds(pair(), 1);
    }

    @Test
    @Says("A tagged key is the same whatever its tags.")
    void taggedKey_isTheSameWithOtherTags() {
        put(new TaggedKey(KEY, Set.of("a")), 1, "a");
        assertHolds(new TaggedKey(KEY, Set.of("b")), 1);
    }

    @Test
    @Says("A tagged key is the same whatever its groups.")
    void groupedKey_isTheSameInOtherGroups() {
        put(new TaggedKey(KEY, Set.of(), Set.of(Mark.group(NAME, "a"))), 1);
        assertHolds(new TaggedKey(KEY, Set.of(), Set.of(Mark.group(NAME, "b"))), 1);
    }

    @Test
    @Says("A key holds nothing in another namespace.")
    void otherNamespace_holdsNothing() {
        put(KEY, 1);
        assertThat(open("authors", "").read(KEY, time().nanos())).isNull();
    }

    @Test
    @Says("Entries of another schema are not seen.")
    void otherSchema_holdsNothing() {
        put(KEY, 1);
        assertThat(open("books", "2").read(KEY, time().nanos())).isNull();
    }

    @Test
    @Says("Namespaces with the same name and schema share their entries.")
    void sameNameAndSchema_shareEntries() {
        put(KEY, 1);
        assertThat(open("books", "").read(KEY, time().nanos())).isNotNull();
    }

    private Object pair() {
        return key(new Pair("a", 1));
    }

    private record Pair(String text, int number) {
        @Override
        public String toString() {
            return text + '-' + number;
        }
    }
}
