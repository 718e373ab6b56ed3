package dev.memoized.tck.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.memoized.spi.Entry;
import dev.memoized.spi.InvalidationMode;
import dev.memoized.spi.Lease;
import dev.memoized.spi.LeaseAnswer;
import dev.memoized.spi.Mark;
import dev.memoized.testing.Callers;
import java.util.List;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Many threads at once. */
abstract class RaceContract<V> extends BulkContract<V> {

    private static final int ROUNDS = 50;

    @Test
    @Says("Of many who ask at once one gets the lease.")
    void manyWhoAskAtOnce_getOneLease() {
        List<Boolean> granted = Callers.start(8, number -> !isBusy()).values();
        assertThat(granted).containsOnlyOnce(true);
    }

    @Test
    @Says("Of many who add at once one stores.")
    void manyWhoAddAtOnce_storeOneValue() {
        List<Boolean> stored = Callers.start(8, number -> store().add(KEY, entry(number), units(10)))
                .values();
        assertThat(stored).containsOnlyOnce(true);
        assertHolds(KEY, stored.indexOf(true));
    }

    @Test
    @Says("Of many who publish at once, under leases that exclude nobody, one stores.")
    void manyWhoPublishAtOnce_storeOneValue() {
        List<Lease> leases = List.of(sharedLease(KEY), sharedLease(KEY), sharedLease(KEY), sharedLease(KEY));
        List<Boolean> stored =
                Callers.start(4, number -> publish(leases.get(number), number)).values();
        assertThat(stored).containsOnlyOnce(true);
        assertHolds(KEY, stored.indexOf(true));
    }

    @Test
    @Says("Of many increments at once none is lost.")
    void increment_isAtomic() {
        count(0);
        Callers.start(4, number -> LongStream.range(0, 250)
                        .map(round -> store().increment(KEY, 1).orElseThrow())
                        .sum())
                .values();
        assertThat(found(KEY).value()).isEqualTo(wholeNumber(1000));
    }

    @Test
    @Says("A result and a delete at once: whoever is first, nothing is left.")
    void publishBesideDelete_leavesNothing() {
        race(() -> store().invalidate(KEY), () -> assertHoldsNothing(KEY));
    }

    @Test
    @Says("A result and a put at once: whoever is first, the put is left.")
    void publishBesidePut_leavesThePut() {
        race(() -> put(KEY, 2), () -> assertHolds(KEY, 2));
    }

    @Test
    @Says("A result and a hard mark at once: whoever is first, nothing is left.")
    void publishBesideAHardMark_leavesNothing() {
        race(() -> invalidateNamespace(InvalidationMode.HARD), () -> assertHoldsNothing(KEY));
    }

    @Test
    @Says("A result and a soft mark at once: whoever is first, nothing fresh is left.")
    void publishBesideASoftMark_isNeverFresh() {
        race(() -> invalidateNamespace(InvalidationMode.SOFT), () -> {
            @Nullable Entry<V> entry = read(KEY);
            assertThat(entry == null || entry.softlyInvalidated()).isTrue();
        });
    }

    @Test
    @Says("A renewal and a delete at once: whoever is first, the lease is void.")
    void renewBesideDelete_revivesNothing() {
        for (int round = 0; round < ROUNDS; round++) {
            Lease lease = lease(KEY);
            atOnce(() -> store().renew(lease, units(20)), () -> store().invalidate(KEY));
            assertRefused(lease);
        }
    }

    @Test
    @Says("Of many marks at once each counts.")
    void marksAtOnce_allCount() {
        for (int round = 0; round < ROUNDS; round++) {
            for (int number = 0; number < 4; number++) {
                put("key-" + number, number, "tag-" + number);
            }
            Callers.start(4, number -> {
                        store().invalidate(Mark.tag("tag-" + number), InvalidationMode.HARD);
                        return number;
                    })
                    .values();
            for (int number = 0; number < 4; number++) {
                assertHoldsNothing("key-" + number);
            }
        }
    }

    private boolean isBusy() {
        return ask(KEY, true) instanceof LeaseAnswer.Busy;
    }

    /** A result is published beside a deed; then a look at what is left. */
    private void race(Runnable deed, Runnable look) {
        for (int round = 0; round < ROUNDS; round++) {
            Lease lease = lease(KEY);
            atOnce(() -> publish(lease, 1), deed);
            look.run();
            store().invalidate(KEY);
        }
    }

    private static void atOnce(Runnable one, Runnable other) {
        List<Runnable> both = List.of(one, other);
        Callers.start(2, number -> {
                    both.get(number).run();
                    return number;
                })
                .values();
    }
}
