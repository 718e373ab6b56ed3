package dev.memoized.tck.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.memoized.spi.Entry;
import dev.memoized.spi.InvalidationMode;
import dev.memoized.spi.Lease;
import dev.memoized.spi.TaggedKey;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Many keys at once: as if each were alone. */
abstract class BulkContract<V> extends CounterContract<V> {

    @Test
    @Says("A bulk read finds the keys that hold something, and what they hold.")
    void readAll_findsWhatIsHeld() {
        put("a", 1);
        put("b", 2);
        Map<Object, Entry<V>> found = store().readAll(List.of("a", "b", "c"), time().nanos());
        assertThat(found).containsOnlyKeys("a", "b");
        assertSame(found.get("a"), found("a"));
        assertSame(found.get("b"), found("b"));
    }

    @Test
    @Says("A bulk read of no keys is empty.")
    void readAll_ofNoKeys_isEmpty() {
        assertThat(store().readAll(List.of(), time().nanos())).isEmpty();
    }

    @Test
    @Says("A bulk read passes over what has ended.")
    void readAll_judgesLives() {
        store().put("a", entry(1), units(2));
        put("b", 2);
        pass(units(2));
        assertThat(store().readAll(List.of("a", "b"), time().nanos())).containsOnlyKeys("b");
    }

    @Test
    @Says("A bulk read passes over what a hard mark has taken.")
    void readAll_judgesHardMarks() {
        put("a", 1, TAG);
        put("b", 2);
        invalidateTag(InvalidationMode.HARD);
        assertThat(store().readAll(List.of("a", "b"), time().nanos())).containsOnlyKeys("b");
    }

    @Test
    @Says("A bulk read tells what a soft mark has left stale.")
    void readAll_judgesSoftMarks() {
        put("a", 1, TAG);
        put("b", 2);
        invalidateTag(InvalidationMode.SOFT);
        Map<Object, Entry<V>> found = store().readAll(List.of("a", "b"), time().nanos());
        assertSame(found.get("a"), found("a"));
        assertThat(found("a").softlyInvalidated()).isTrue();
        assertSame(found.get("b"), found("b"));
    }

    @Test
    @Says("A bulk read judges each key by the tags that it comes with.")
    void readAll_ofTaggedKeys_judgesTheirTags() {
        put(new TaggedKey("a", Set.of("other")), 1);
        put(new TaggedKey("b", Set.of("other")), 2);
        invalidateTag(InvalidationMode.HARD);
        TaggedKey a = new TaggedKey("a", Set.of(TAG));
        TaggedKey b = new TaggedKey("b", Set.of("other"));
        assertThat(store().readAll(List.of(a, b), time().nanos())).containsOnlyKeys(b);
    }

    @Test
    @Says("A bulk read judges each key by its groups.")
    void readAll_ofGroupedKeys_judgesTheirGroups() {
        put(grouped("a"), 1);
        put(grouped("b"), 2);
        store().invalidate(group(PART), InvalidationMode.HARD);
        assertThat(store().readAll(List.of(grouped("a"), grouped("b")), time().nanos()))
                .isEmpty();
    }

    @Test
    @Says("A bulk put stores each entry with the life.")
    void putAll_storesEach() {
        assertThat(store().putAll(Map.of("a", entry(1), "b", entry(2)), units(10)))
                .isTrue();
        assertHolds("a", 1);
        assertHolds("b", 2);
        pass(units(10));
        assertHoldsNothing("a");
    }

    @Test
    @Says("A bulk put of nothing succeeds.")
    void putAll_ofNothing_succeeds() {
        assertThat(store().putAll(Map.of(), units(10))).isTrue();
    }

    @Test
    @Says("A bulk put with a life of zero deletes each key.")
    void putAll_withoutLife_deletesEach() {
        put("a", 1);
        assertThat(store().putAll(Map.of("a", entry(1), "b", entry(2)), Duration.ZERO))
                .isTrue();
        assertHoldsNothing("a");
    }

    @Test
    @Says("A bulk put voids the leases of its keys.")
    void putAll_voidsLeases() {
        Lease lease = lease("a");
        store().putAll(Map.of("a", entry(1), "b", entry(2)), units(10));
        assertThat(publish(lease, 3)).isFalse();
        assertHolds("a", 1);
    }

    @Test
    @Says("A bulk put numbers and tags each entry like a single one.")
    void putAll_numbersEach() {
        invalidateTag(InvalidationMode.HARD);
        store().putAll(Map.of("a", entry(1, TAG), "b", entry(2)), units(10));
        assertHolds("a", 1);
        invalidateTag(InvalidationMode.HARD);
        assertHoldsNothing("a");
        assertHolds("b", 2);
    }

    @Test
    @Says("A bulk put says when one value was not taken: its old one is gone, the others are stored.")
    void refusedPutAll_takesTheOthers() {
        V tooLarge = tooLarge();
        if (tooLarge != null) {
            put("a", 1);
            Entry<V> large = Entry.of(tooLarge, time().nanos(), Set.of());
            assertThat(store().putAll(Map.of("a", large, "b", entry(2)), units(10)))
                    .isFalse();
            assertHoldsNothing("a");
            assertHolds("b", 2);
        }
    }

    @Test
    @Says("A bulk delete removes what each key holds, and leaves others.")
    void deleteAll_removesEach() {
        put("a", 1);
        put("b", 2);
        put("c", 3);
        store().invalidateAll(List.of("a", "b", "unknown"));
        assertHoldsNothing("a");
        assertHoldsNothing("b");
        assertHolds("c", 3);
    }

    @Test
    @Says("A bulk delete of no keys does nothing.")
    void deleteAll_ofNothing_doesNothing() {
        put(KEY, 1);
        store().invalidateAll(List.of());
        assertHolds(KEY, 1);
    }

    @Test
    @Says("A bulk delete voids the leases of its keys.")
    void deleteAll_voidsLeases() {
        Lease lease = lease("a");
        store().invalidateAll(List.of("a"));
        assertThat(publish(lease, 1)).isFalse();
        assertHoldsNothing("a");
    }
}
