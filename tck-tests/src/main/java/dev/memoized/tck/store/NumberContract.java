package dev.memoized.tck.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.memoized.spi.Entry;
import dev.memoized.spi.InvalidationMode;
import dev.memoized.spi.Lease;
import dev.memoized.spi.Mark;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The numbers behind the marks, and what holds when a mark is forgotten. */
abstract class NumberContract<V> extends MarkContract<V> {

    @Test
    @Says("Each mark counts, however quickly they follow each other.")
    void everyMark_counts() {
        for (int round = 0; round < 5; round++) {
            publish(lease(TAGGED), round, TAG);
            assertHolds(TAGGED, round);
            invalidateTag(InvalidationMode.HARD);
            assertHoldsNothing(TAGGED);
        }
    }

    @Test
    @Says("The backend's number grows with each mark.")
    void number_growsWithEachMark() {
        Lease before = lease(KEY);
        invalidateNamespace(InvalidationMode.SOFT);
        Lease between = lease(KEY);
        invalidateNamespace(InvalidationMode.HARD);
        assertThat(between.asOf()).isGreaterThan(before.asOf());
        assertThat(lease(KEY).asOf()).isGreaterThan(between.asOf());
    }

    @Test
    @Says("An entry that is put after a mark has a higher number than one before.")
    void number_ofAnEntry_isNotBelowItsPredecessors() {
        put(KEY, 1);
        long first = found(KEY).asOf();
        invalidateNamespace(InvalidationMode.SOFT);
        put(KEY, 2);
        assertThat(found(KEY).asOf()).isGreaterThan(first);
    }

    @Test
    @Says("The store numbers what is put, whatever the entry says.")
    void number_ofAPut_isTheStores() {
        store().put(KEY, entry(1).asOf(Long.MAX_VALUE), units(10));
        invalidateNamespace(InvalidationMode.SOFT);
        assertHoldsSoftly(KEY, 1);
    }

    @Test
    @Says("The store numbers what is added, whatever the entry says.")
    void number_ofAnAdd_isTheStores() {
        store().add(KEY, entry(1).asOf(Long.MAX_VALUE), units(10));
        invalidateNamespace(InvalidationMode.SOFT);
        assertHoldsSoftly(KEY, 1);
    }

    @Test
    @Says("A hard mark that is forgotten brings nothing back.")
    void lostMark_bringsNothingBack() {
        put(TAGGED, 1, TAG);
        invalidateTag(InvalidationMode.HARD);
        lose(Mark.tag(TAG));
        assertHoldsNothing(TAGGED);
    }

    @Test
    @Says("A soft mark that is forgotten makes nothing fresh.")
    void lostSoftMark_makesNothingFresh() {
        put(TAGGED, 1, TAG);
        invalidateTag(InvalidationMode.SOFT);
        lose(Mark.tag(TAG));
        @Nullable Entry<V> entry = read(TAGGED);
        assertThat(entry == null || entry.softlyInvalidated()).isTrue();
    }

    @Test
    @Says("A forgotten hard mark that is raised again as a soft one brings nothing back.")
    void lostMark_raisedAgainSoftly_bringsNothingBack() {
        put(TAGGED, 1, TAG);
        invalidateTag(InvalidationMode.HARD);
        lose(Mark.tag(TAG));
        invalidateTag(InvalidationMode.SOFT);
        assertHoldsNothing(TAGGED);
    }

    @Test
    @Says("A mark that is forgotten leaves leases void.")
    void lostMark_leavesLeasesVoid() {
        Lease lease = lease(TAGGED);
        invalidateTag(InvalidationMode.HARD);
        lose(Mark.tag(TAG));
        publish(lease, 1, TAG);
        assertHoldsNothing(TAGGED);
    }

    @Test
    @Says("A mark that is forgotten costs one computation at most.")
    void lostMark_costsOneComputation() {
        invalidateTag(InvalidationMode.HARD);
        lose(Mark.tag(TAG));
        publish(lease(TAGGED), 1, TAG);
        assertHolds(TAGGED, 1);
    }
}
