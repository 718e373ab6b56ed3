package dev.memoized.tck.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.memoized.spi.Entry;
import dev.memoized.spi.InvalidationMode;
import dev.memoized.spi.Lease;
import dev.memoized.spi.Mark;
import dev.memoized.spi.Store;
import dev.memoized.spi.TaggedKey;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is invalidated by one number. */
abstract class MarkContract<V> extends VoidingContract<V> {

    @Test
    void hardMark_ofTheNamespace_takesAll() {
        put(KEY, 1);
        put("another", 2);
        invalidateNamespace(InvalidationMode.HARD);
        assertHoldsNothing(KEY);
        assertHoldsNothing("another");
    }

    @Test
    void softMark_ofTheNamespace_leavesAllStale() {
        put(KEY, 1);
        invalidateNamespace(InvalidationMode.SOFT);
        assertHoldsSoftly(KEY, 1);
    }

    @Test
    void hardMark_ofATag_takesWhatHasIt() {
        put(KEY, 1, TAG, "other");
        put("another", 2, "other");
        invalidateTag(InvalidationMode.HARD);
        assertHoldsNothing(KEY);
        assertHolds("another", 2);
    }

    @Test
    void softMark_ofATag_leavesStaleWhatHasIt() {
        put(KEY, 1, TAG);
        put("another", 2);
        invalidateTag(InvalidationMode.SOFT);
        assertHoldsSoftly(KEY, 1);
        assertHolds("another", 2);
    }

    @Test
    void mark_ofATagOfTheKey_isReadWithIt() {
        put(TAGGED, 1, TAG);
        invalidateTag(InvalidationMode.HARD);
        assertHoldsNothing(TAGGED);
    }

    @Test
    void mark_ofATagThatOnlyTheReadersKeyHas_countsForIt() {
        put(new TaggedKey(KEY, Set.of("other")), 1, "other");
        invalidateTag(InvalidationMode.SOFT);
        assertHoldsSoftly(TAGGED, 1);
        invalidateTag(InvalidationMode.HARD);
        assertHoldsNothing(TAGGED);
    }

    @Test
    void mark_ofATag_takesPublishedEntriesToo() {
        publish(lease(TAGGED), 1, TAG);
        assertHolds(TAGGED, 1);
        invalidateTag(InvalidationMode.HARD);
        assertHoldsNothing(TAGGED);
    }

    @Test
    void mark_ofATag_countsInAllNamespaces() {
        Store<V> authors = open("authors", "");
        authors.put(KEY, entry(1, TAG), units(10));
        invalidateTag(InvalidationMode.HARD);
        assertThat(authors.read(KEY, time().nanos())).isNull();
    }

    @Test
    void mark_ofANamespace_leavesOthersAlone() {
        put(KEY, 1);
        store().invalidate(Mark.namespace("authors"), InvalidationMode.HARD);
        assertHolds(KEY, 1);
    }

    @Test
    void mark_ofANamespace_isRaisedThroughAnyStore() {
        put(KEY, 1);
        open("authors", "").invalidate(Mark.namespace("books"), InvalidationMode.HARD);
        assertHoldsNothing(KEY);
    }

    @Test
    void mark_ofANamespace_countsForAllSchemas() {
        Store<V> second = open("books", "2");
        second.put(KEY, entry(1), units(10));
        invalidateNamespace(InvalidationMode.HARD);
        assertThat(second.read(KEY, time().nanos())).isNull();
    }

    @Test
    void mark_ofATagNamedAsTheNamespace_isAnother() {
        put(KEY, 1);
        store().invalidate(Mark.tag("books"), InvalidationMode.HARD);
        assertHolds(KEY, 1);
    }

    @Test
    void hardMark_afterASoftOne_takesAll() {
        put(KEY, 1);
        invalidateNamespace(InvalidationMode.SOFT);
        invalidateNamespace(InvalidationMode.HARD);
        assertHoldsNothing(KEY);
    }

    @Test
    void softMark_afterAHardOne_bringsNothingBack() {
        put(KEY, 1, TAG);
        invalidateTag(InvalidationMode.HARD);
        invalidateTag(InvalidationMode.SOFT);
        assertHoldsNothing(KEY);
    }

    @Test
    void put_afterAMark_isFresh() {
        invalidateNamespace(InvalidationMode.HARD);
        invalidateTag(InvalidationMode.SOFT);
        put(KEY, 1, TAG);
        assertHolds(KEY, 1);
    }

    @Test
    void publish_afterASoftMarkAndANewLease_isFresh() {
        put(KEY, 1);
        invalidateNamespace(InvalidationMode.SOFT);
        publish(lease(KEY), 2);
        assertHolds(KEY, 2);
    }

    @Test
    void everyMark_counts() {
        for (int round = 0; round < 5; round++) {
            publish(lease(TAGGED), round, TAG);
            assertHolds(TAGGED, round);
            invalidateTag(InvalidationMode.HARD);
            assertHoldsNothing(TAGGED);
        }
    }

    @Test
    void number_growsWithEachMark() {
        Lease before = lease(KEY);
        invalidateNamespace(InvalidationMode.SOFT);
        Lease between = lease(KEY);
        invalidateNamespace(InvalidationMode.HARD);
        assertThat(between.asOf()).isGreaterThan(before.asOf());
        assertThat(lease(KEY).asOf()).isGreaterThan(between.asOf());
    }

    @Test
    void number_ofAnEntry_isNotBelowItsPredecessors() {
        put(KEY, 1);
        long first = found(KEY).asOf();
        invalidateNamespace(InvalidationMode.SOFT);
        put(KEY, 2);
        assertThat(found(KEY).asOf()).isGreaterThan(first);
    }

    @Test
    void goneEntry_isNothing() {
        put(KEY, 1);
        invalidateNamespace(InvalidationMode.HARD);
        assertThat(store().invalidate(KEY)).isFalse();
        assertThat(store().increment(KEY, 1)).isEmpty();
        assertThat(store().add(KEY, entry(2), units(10))).isTrue();
        assertHolds(KEY, 2);
    }

    @Test
    void softEntry_isSomething() {
        put(KEY, 1);
        invalidateNamespace(InvalidationMode.SOFT);
        assertThat(store().add(KEY, entry(2), units(10))).isFalse();
        assertThat(ask(KEY, true).entry()).isEqualTo(found(KEY));
        assertThat(store().invalidate(KEY)).isTrue();
    }

    @Test
    void lostMark_bringsNothingBack() {
        put(TAGGED, 1, TAG);
        invalidateTag(InvalidationMode.HARD);
        lose(Mark.tag(TAG));
        assertHoldsNothing(TAGGED);
    }

    @Test
    void lostSoftMark_makesNothingFresh() {
        put(TAGGED, 1, TAG);
        invalidateTag(InvalidationMode.SOFT);
        lose(Mark.tag(TAG));
        @Nullable Entry<V> entry = read(TAGGED);
        assertThat(entry == null || entry.softlyInvalidated()).isTrue();
    }

    @Test
    void lostMark_raisedAgainSoftly_bringsNothingBack() {
        put(TAGGED, 1, TAG);
        invalidateTag(InvalidationMode.HARD);
        lose(Mark.tag(TAG));
        invalidateTag(InvalidationMode.SOFT);
        assertHoldsNothing(TAGGED);
    }

    @Test
    void lostMark_leavesLeasesVoid() {
        Lease lease = lease(TAGGED);
        invalidateTag(InvalidationMode.HARD);
        lose(Mark.tag(TAG));
        publish(lease, 1, TAG);
        assertHoldsNothing(TAGGED);
    }

    @Test
    void lostMark_costsOneComputation() {
        invalidateTag(InvalidationMode.HARD);
        lose(Mark.tag(TAG));
        publish(lease(TAGGED), 1, TAG);
        assertHolds(TAGGED, 1);
    }
}
