package dev.memoized.tck.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.memoized.spi.Entry;
import dev.memoized.spi.Lease;
import dev.memoized.spi.Store;
import dev.memoized.spi.StoreStats;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What writing without a lease does and says. */
abstract class WritingContract<V> extends ReadingContract<V> {

    @Test
    @Says("A put replaces what the key held.")
    void putAgain_replaces() {
        put(KEY, 1);
        put(KEY, 2);
        assertHolds(KEY, 2);
    }

    @Test
    @Says("Add stores when the key holds nothing.")
    void add_toNothing_stores() {
        assertThat(store().add(KEY, entry(1), units(10))).isTrue();
        assertHolds(KEY, 1);
    }

    @Test
    @Says("Add changes nothing when the key holds something.")
    void add_toSomething_changesNothing() {
        put(KEY, 1);
        assertThat(store().add(KEY, entry(2), units(10))).isFalse();
        assertHolds(KEY, 1);
    }

    @Test
    @Says("A delete removes what the key held, and says so.")
    void delete_removes() {
        put(KEY, 1);
        assertThat(store().invalidate(KEY)).isTrue();
        assertHoldsNothing(KEY);
    }

    @Test
    @Says("A delete of nothing is no error, and says so.")
    void delete_ofNothing_saysSo() {
        assertThat(store().invalidate(KEY)).isFalse();
    }

    @Test
    @Says("A delete leaves other keys alone.")
    void delete_leavesOtherKeys() {
        put(KEY, 1);
        put("another", 2);
        store().invalidate(KEY);
        assertHolds("another", 2);
    }

    @Test
    @Says("A put of a value that the store does not take says so, and the old value is gone.")
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
    @Says("A put that is refused voids the leases of the key like any other.")
    void refusedPut_voidsLeases() {
        V tooLarge = tooLarge();
        if (tooLarge != null) {
            Lease lease = lease(KEY);
            store().put(KEY, Entry.of(tooLarge, time().nanos(), Set.of()), units(10));
            assertThat(publish(lease, 1)).isFalse();
            assertHoldsNothing(KEY);
        }
    }

    @Test
    @Says("A result that the store does not take: refused, the old value gone, and the lease has ended.")
    void refusedPublish_removesTheOldValue() {
        V tooLarge = tooLarge();
        if (tooLarge != null) {
            put(KEY, 1);
            Lease lease = lease(KEY);
            Entry<V> entry = Entry.of(tooLarge, time().nanos(), Set.of());
            assertThat(store().publish(lease, entry.asOf(lease.asOf()), units(10)))
                    .isFalse();
            assertHoldsNothing(KEY);
            lease(KEY);
        }
    }

    @Test
    @Says("Add of a value that the store does not take says so, and stores nothing.")
    void refusedAdd_storesNothing() {
        V tooLarge = tooLarge();
        if (tooLarge != null) {
            assertThat(store().add(KEY, Entry.of(tooLarge, time().nanos(), Set.of()), units(10)))
                    .isFalse();
            assertHoldsNothing(KEY);
        }
    }

    @Test
    @Says("What a backend can do is the same at each call.")
    void capabilities_areTheSameAtEachCall() {
        assertThat(opened().capabilities()).isEqualTo(opened().capabilities());
    }

    @Test
    @Says("A second close does nothing.")
    void secondClose_doesNothing() {
        opened().close();
        opened().close();
    }

    @Test
    @Says("Statistics count entries and evictions, or say -1.")
    void stats_countEntriesIfTheyCan() {
        Store<V> counted = open("counted", "");
        counted.put("a", entry(1), units(10));
        counted.put("b", entry(2), units(10));
        assertThat(counted.stats().entries()).isIn(-1L, 2L);
        assertThat(counted.stats().evicted()).isIn(-1L, 0L);
    }

    @Test
    @Says("A store that has evicted nothing holds all; one that has, at most its maximum.")
    void stats_tellOfEvictions() {
        int written = 3 * MAXIMUM_ENTRIES;
        for (int number = 0; number < written; number++) {
            put("filler-" + number, number);
        }
        StoreStats stats = store().stats();
        if (stats.entries() >= 0 && stats.evicted() >= 0) {
            assertThat(stats.entries()).isLessThanOrEqualTo(stats.evicted() == 0 ? written : MAXIMUM_ENTRIES);
            assertThat(stats.entries() + stats.evicted()).isGreaterThanOrEqualTo(written);
        }
    }
}
