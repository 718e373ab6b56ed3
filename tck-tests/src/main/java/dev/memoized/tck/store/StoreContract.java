package dev.memoized.tck.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.memoized.spi.Lease;
import dev.memoized.spi.LeaseAnswer;
import dev.memoized.testing.Callers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * All that {@link dev.memoized.spi.Store} says, as tests: extend it in your backend's module, and say what it asks for.
 *
 * <p>The tests lie by topic in the classes that this one extends; here are those of many keys and of many threads.
 *
 * @param <V> the form of the values that the store keeps
 */
public abstract class StoreContract<V> extends CounterContract<V> {

    /** For your test class. */
    protected StoreContract() {}

    @Test
    void readAll_findsWhatIsHeld() {
        put("a", 1);
        put("b", 2);
        assertThat(store().readAll(List.of("a", "b", "c"), time().nanos()))
                .containsOnlyKeys("a", "b")
                .containsEntry("a", found("a"))
                .containsEntry("b", found("b"));
    }

    @Test
    void readAll_ofNoKeys_isEmpty() {
        assertThat(store().readAll(List.of(), time().nanos())).isEmpty();
    }

    @Test
    void putAll_storesEach() {
        assertThat(store().putAll(Map.of("a", entry(1), "b", entry(2)), units(10)))
                .isTrue();
        assertHolds("a", 1);
        assertHolds("b", 2);
        pass(units(10));
        assertHoldsNothing("a");
    }

    @Test
    void putAll_withoutLife_deletesEach() {
        put("a", 1);
        assertThat(store().putAll(Map.of("a", entry(1), "b", entry(2)), Duration.ZERO))
                .isTrue();
        assertHoldsNothing("a");
    }

    @Test
    void putAll_voidsLeases() {
        Lease lease = lease("a");
        store().putAll(Map.of("a", entry(1), "b", entry(2)), units(10));
        assertThat(publish(lease, 3)).isFalse();
        assertHolds("a", 1);
    }

    @Test
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
    void deleteAll_voidsLeases() {
        Lease lease = lease("a");
        store().invalidateAll(List.of("a"));
        assertThat(publish(lease, 1)).isFalse();
        assertHoldsNothing("a");
    }

    @Test
    void manyWhoAskAtOnce_getOneLease() {
        List<Boolean> granted = Callers.start(8, number -> !isBusy()).values();
        assertThat(granted).containsOnlyOnce(true);
    }

    @Test
    void manyWhoAddAtOnce_storeOneValue() {
        List<Boolean> stored = Callers.start(8, number -> store().add(KEY, entry(number), units(10)))
                .values();
        assertThat(stored).containsOnlyOnce(true);
        assertHolds(KEY, stored.indexOf(true));
    }

    @Test
    void manyWhoPublishAtOnce_storeOneValue() {
        List<Lease> leases = List.of(sharedLease(KEY), sharedLease(KEY), sharedLease(KEY), sharedLease(KEY));
        List<Boolean> stored =
                Callers.start(4, number -> publish(leases.get(number), number)).values();
        assertThat(stored).containsOnlyOnce(true);
        assertHolds(KEY, stored.indexOf(true));
    }

    private boolean isBusy() {
        return ask(KEY, true) instanceof LeaseAnswer.Busy;
    }
}
