package dev.memoized.tck.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.memoized.spi.InvalidationMode;
import dev.memoized.spi.Lease;
import dev.memoized.spi.Mark;
import dev.memoized.spi.Store;
import dev.memoized.spi.TaggedKey;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Keys that have a part in common are dropped together. */
abstract class GroupContract<V> extends NumberContract<V> {

    static final String PART = "part";

    /** A key in the group of a part, in the store's own namespace. */
    final TaggedKey grouped(String key) {
        return new TaggedKey(key, Set.of(), Set.of(group(PART)));
    }

    final Mark group(String part) {
        return Mark.group(NAME, part);
    }

    @Test
    @Says("A hard mark of a group takes what is in it, and nothing else.")
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
    @Says("A soft mark of a group leaves stale what is in it.")
    void softMark_ofAGroup_leavesStaleWhatIsInIt() {
        put(grouped(KEY), 1);
        store().invalidate(group(PART), InvalidationMode.SOFT);
        assertHoldsSoftly(grouped(KEY), 1);
    }

    @Test
    @Says("A mark of a group counts in its namespace and for its part only.")
    void mark_ofAGroup_countsInItsNamespaceAndForItsPartOnly() {
        put(grouped(KEY), 1);
        store().invalidate(group("another"), InvalidationMode.HARD);
        store().invalidate(Mark.group("authors", PART), InvalidationMode.HARD);
        store().invalidate(Mark.tag(PART), InvalidationMode.HARD);
        assertHolds(grouped(KEY), 1);
    }

    @Test
    @Says("A mark of a group counts for all schemas of its namespace.")
    void mark_ofAGroup_countsForAllSchemas() {
        Store<V> second = open(NAME, "2");
        second.put(grouped(KEY), entry(1), units(10));
        store().invalidate(group(PART), InvalidationMode.HARD);
        assertThat(second.read(grouped(KEY), time().nanos())).isNull();
    }

    @Test
    @Says("Any store of a backend raises the mark of any group.")
    void mark_ofAGroup_isRaisedThroughAnyStore() {
        put(grouped(KEY), 1);
        open("authors", "").invalidate(group(PART), InvalidationMode.HARD);
        assertHoldsNothing(grouped(KEY));
    }

    @Test
    @Says("The groups of the reader's key count, even when the writer did not name them.")
    void mark_ofAGroupThatOnlyTheReadersKeyHas_countsForIt() {
        put(new TaggedKey(KEY, Set.of()), 1);
        store().invalidate(group(PART), InvalidationMode.HARD);
        assertHoldsNothing(grouped(KEY));
    }

    @Test
    @Says("A key in two groups goes with either of them.")
    void key_inTwoGroups_goesWithEither() {
        TaggedKey both = new TaggedKey(KEY, Set.of(), Set.of(group(PART), group("another")));
        put(both, 1);
        store().invalidate(group("another"), InvalidationMode.SOFT);
        assertHoldsSoftly(both, 1);
        store().invalidate(group(PART), InvalidationMode.HARD);
        assertHoldsNothing(both);
    }

    @Test
    @Says("A hard mark of a group voids the leases of its keys.")
    void publish_afterAMarkOfItsGroup_isRefused() {
        Lease lease = lease(grouped(KEY));
        store().invalidate(group(PART), InvalidationMode.HARD);
        assertThat(publish(lease, 1)).isFalse();
        assertHoldsNothing(grouped(KEY));
    }

    @Test
    @Says("A soft mark of a group voids the leases of its keys too.")
    void publish_afterASoftMarkOfItsGroup_isRefused() {
        Lease lease = lease(grouped(KEY));
        store().invalidate(group(PART), InvalidationMode.SOFT);
        assertThat(publish(lease, 1)).isFalse();
        assertHoldsNothing(grouped(KEY));
    }

    @Test
    @Says("A mark of another group leaves a lease alone.")
    void publish_afterAMarkOfAnotherGroup_succeeds() {
        Lease lease = lease(grouped(KEY));
        store().invalidate(group("another"), InvalidationMode.HARD);
        assertThat(publish(lease, 1)).isTrue();
        assertHolds(grouped(KEY), 1);
    }
}
