package dev.memoized.tck.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.memoized.spi.InvalidationMode;
import dev.memoized.spi.Lease;
import dev.memoized.spi.Mark;
import dev.memoized.spi.TaggedKey;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Keys that have a part in common are dropped together. */
abstract class GroupContract<V> extends MarkContract<V> {
    static final String PART = "part";

    /** A key in the group of a part, in the store's own namespace. */
    final TaggedKey grouped(String key) {
        return new TaggedKey(key, Set.of(), Set.of(group(PART)));
    }

    final Mark group(String part) {
        return Mark.group(NAME, part);
    }

    @Test
    void hardMark_ofAGroup_takesWhatIsInIt() {
        put(grouped(KEY), 1);
        put(grouped("another"), 2);
        put("alone", 3);
        store().invalidate(group(PART), InvalidationMode.HARD);
        assertHoldsNothing(grouped(KEY));
        assertHoldsNothing(grouped("another"));
        assertHolds("alone", 3);
    }

    @Test
    void softMark_ofAGroup_leavesStaleWhatIsInIt() {
        put(grouped(KEY), 1);
        store().invalidate(group(PART), InvalidationMode.SOFT);
        assertHoldsSoftly(grouped(KEY), 1);
    }

    @Test
    void mark_ofAGroup_countsInItsNamespaceAndForItsPartOnly() {
        put(grouped(KEY), 1);
        store().invalidate(group("another"), InvalidationMode.HARD);
        store().invalidate(Mark.group("authors", PART), InvalidationMode.HARD);
        store().invalidate(Mark.tag(PART), InvalidationMode.HARD);
        assertHolds(grouped(KEY), 1);
    }

    @Test
    void publish_afterAMarkOfItsGroup_isRefused() {
        Lease lease = lease(grouped(KEY));
        store().invalidate(group(PART), InvalidationMode.HARD);
        assertThat(publish(lease, 1)).isFalse();
        assertHoldsNothing(grouped(KEY));
    }

    @Test
    void publish_afterAMarkOfAnotherGroup_succeeds() {
        Lease lease = lease(grouped(KEY));
        store().invalidate(group("another"), InvalidationMode.HARD);
        assertThat(publish(lease, 1)).isTrue();
        assertHolds(grouped(KEY), 1);
    }
}
