package dev.memoized.tck.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.memoized.spi.Entry;
import dev.memoized.spi.Lease;
import dev.memoized.spi.Store;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** How long entries live. */
abstract class LivesContract<V> extends WritingContract<V> {

    @Test
    @Says("An entry is read until its life ends, and no longer.")
    void life_lastsUntilItsEnd() {
        store().put(KEY, entry(1), units(10));
        pass(units(8));
        assertHolds(KEY, 1);
        pass(units(2));
        assertHoldsNothing(KEY);
    }

    @Test
    @Says("A life is counted from the write.")
    void life_countsFromTheWrite() {
        store().put(KEY, entry(1), units(10));
        pass(units(8));
        store().put(KEY, entry(2), units(10));
        pass(units(8));
        assertHolds(KEY, 2);
    }

    @Test
    @Says("A life of a nanosecond is rounded up, not down to none.")
    void shortestLife_isALife() {
        long before = time().nanos();
        store().put(KEY, entry(1), Duration.ofNanos(1));
        Entry<V> entry = read(KEY);
        assertThat(entry != null || time().nanos() - before >= 1).isTrue();
    }

    @Test
    @Says("A life of less than a unit is one.")
    void lifeBelowTheUnit_isALife() {
        store().put(KEY, entry(1), unit().dividedBy(2));
        assertHolds(KEY, 1);
        pass(units(2));
        assertHoldsNothing(KEY);
    }

    @Test
    @Says("A life between two units is not cut short to the lower one.")
    void lifeBetweenUnits_isNotCutShort() {
        store().put(KEY, entry(1), units(2).plus(unit().dividedBy(2)));
        pass(units(2));
        assertHolds(KEY, 1);
        pass(units(2));
        assertHoldsNothing(KEY);
    }

    @Test
    @Says("FOREVER does not end by itself.")
    void forever_doesNotEnd() {
        store().put(KEY, entry(1), Store.FOREVER);
        pass(units(20));
        assertHolds(KEY, 1);
    }

    @Test
    @Says("A life that is longer than a store can count is as good as FOREVER.")
    void lifeBeyondCounting_doesNotEnd() {
        store().put(KEY, entry(1), Store.FOREVER.minusSeconds(1));
        store().put("another", entry(2), Duration.ofNanos(Long.MAX_VALUE));
        pass(units(20));
        assertHolds(KEY, 1);
        assertHolds("another", 2);
    }

    @Test
    @Says("A put with a life of zero deletes, and that is a success.")
    void zeroLife_deletesAndSucceeds() {
        put(KEY, 1);
        assertThat(store().put(KEY, entry(2), Duration.ZERO)).isTrue();
        assertHoldsNothing(KEY);
    }

    @Test
    @Says("A put with a life of less than zero deletes, and that is a success.")
    void negativeLife_deletesAndSucceeds() {
        put(KEY, 1);
        assertThat(store().put(KEY, entry(2), unit().negated())).isTrue();
        assertHoldsNothing(KEY);
    }

    @Test
    @Says("A put with a life of zero succeeds when there is nothing to delete.")
    void zeroLife_ofNothing_succeeds() {
        assertThat(store().put(KEY, entry(1), Duration.ZERO)).isTrue();
        assertHoldsNothing(KEY);
    }

    @Test
    @Says("Add with a life of zero stores nothing, and still says whether the key was free.")
    void zeroLife_ofAnAdd_storesNothingAndAnswers() {
        assertThat(store().add(KEY, entry(1), Duration.ZERO)).isTrue();
        assertHoldsNothing(KEY);
        put(KEY, 2);
        assertThat(store().add(KEY, entry(1), Duration.ZERO)).isFalse();
        assertHolds(KEY, 2);
    }

    @Test
    @Says("Add with a life of less than zero stores nothing either.")
    void negativeLife_ofAnAdd_storesNothingAndAnswers() {
        assertThat(store().add(KEY, entry(1), unit().negated())).isTrue();
        assertHoldsNothing(KEY);
    }

    @Test
    @Says("A result with a life of zero is not kept: the old value goes, and that is a success.")
    void zeroLife_ofAPublish_isNotKept() {
        put(KEY, 1);
        Lease lease = lease(KEY);
        assertThat(store().publish(lease, entry(2).asOf(lease.asOf()), Duration.ZERO))
                .isTrue();
        assertHoldsNothing(KEY);
    }

    @Test
    @Says("A result with a life of less than zero is not kept either.")
    void negativeLife_ofAPublish_isNotKept() {
        put(KEY, 1);
        Lease lease = lease(KEY);
        assertThat(store().publish(lease, entry(2).asOf(lease.asOf()), unit().negated()))
                .isTrue();
        assertHoldsNothing(KEY);
    }

    @Test
    @Says("A published entry lives as long as told.")
    void publishedLife_ends() {
        publish(lease(KEY), 1);
        pass(units(8));
        assertHolds(KEY, 1);
        pass(units(2));
        assertHoldsNothing(KEY);
    }

    @Test
    @Says("A published entry's life is counted from its publishing, not from the lease.")
    void publishedLife_countsFromThePublishing() {
        Lease lease = lease(KEY);
        pass(units(8));
        publish(lease, 1);
        pass(units(8));
        assertHolds(KEY, 1);
    }

    @Test
    @Says("An added entry lives as long as told.")
    void addedLife_ends() {
        store().add(KEY, entry(1), units(10));
        pass(units(8));
        assertHolds(KEY, 1);
        pass(units(2));
        assertHoldsNothing(KEY);
    }

    @Test
    @Says("A key whose entry has ended is free for add.")
    void endedLife_isReplacedByAdd() {
        put(KEY, 1);
        pass(units(10));
        assertThat(store().add(KEY, entry(2), units(10))).isTrue();
        assertHolds(KEY, 2);
    }

    @Test
    @Says("A key whose entry has ended holds nothing to delete.")
    void endedLife_isNothingToDelete() {
        put(KEY, 1);
        pass(units(10));
        assertThat(store().invalidate(KEY)).isFalse();
    }
}
