package dev.memoized.tck.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.memoized.spi.Lease;
import dev.memoized.spi.TaggedKey;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is done to a key while its result is computed: which deeds void its lease. */
abstract class OvertakenContract<V> extends PublishContract<V> {

    @Test
    @Says("A delete voids the leases of its key.")
    void publish_afterDelete_isRefused() {
        Lease lease = lease(KEY);
        store().invalidate(KEY);
        assertRefused(lease);
    }

    @Test
    @Says("A delete voids all leases of its key, those too that exclude nobody.")
    void publish_ofSharedLeases_afterDelete_isRefused() {
        Lease one = sharedLease(KEY);
        Lease other = sharedLease(KEY);
        store().invalidate(KEY);
        assertRefused(one);
        assertRefused(other);
    }

    @Test
    @Says("A void lease stays void when the next one is out.")
    void publish_afterDeleteAndANewLease_isRefused() {
        Lease lease = lease(KEY);
        store().invalidate(KEY);
        Lease successor = lease(KEY);
        assertRefused(lease);
        assertStored(successor);
    }

    @Test
    @Says("A delete voids the leases of its key whatever the tags it comes with.")
    void publish_afterDeleteWithOtherTags_isRefused() {
        Lease lease = lease(new TaggedKey(KEY, Set.of("a")));
        store().invalidate(new TaggedKey(KEY, Set.of("b")));
        assertThat(publish(lease, 1)).isFalse();
    }

    @Test
    @Says("A put voids the leases of its key, and its value stays.")
    void publish_afterPut_isRefused() {
        Lease lease = lease(KEY);
        put(KEY, 2);
        assertThat(publish(lease, 1)).isFalse();
        assertHolds(KEY, 2);
    }

    @Test
    @Says("A put with a life of zero voids the leases of its key.")
    void publish_afterPutWithoutLife_isRefused() {
        Lease lease = lease(KEY);
        store().put(KEY, entry(2), Duration.ZERO);
        assertRefused(lease);
    }

    @Test
    @Says("An add that stores voids the leases of its key.")
    void publish_afterAdd_isRefused() {
        Lease lease = lease(KEY);
        store().add(KEY, entry(2), units(10));
        assertThat(publish(lease, 1)).isFalse();
        assertHolds(KEY, 2);
    }

    @Test
    @Says("An add that finds something voids nothing.")
    void publish_afterAnAddThatStoredNothing_succeeds() {
        put(KEY, 1);
        Lease lease = lease(KEY);
        store().add(KEY, entry(2), units(10));
        assertStored(lease);
    }

    @Test
    @Says("An add with a life of zero voids nothing.")
    void publish_afterAnAddWithoutLife_succeeds() {
        Lease lease = lease(KEY);
        store().add(KEY, entry(2), Duration.ZERO);
        assertStored(lease);
    }

    @Test
    @Says("An increment voids the leases of its key, and its number stays.")
    void publish_afterIncrement_isRefused() {
        store().put(KEY, counter(1), units(10));
        Lease lease = lease(KEY);
        store().increment(KEY, 1);
        assertThat(publish(lease, 1)).isFalse();
        assertThat(found(KEY).value()).isEqualTo(wholeNumber(2));
    }

    @Test
    @Says("An increment that finds nothing voids nothing.")
    void publish_afterAnIncrementOfNothing_succeeds() {
        Lease lease = lease(KEY);
        store().increment(KEY, 1);
        assertStored(lease);
    }

    @Test
    @Says("A touch leaves leases alone.")
    void publish_afterTouch_succeeds() {
        put(KEY, 1);
        Lease lease = lease(KEY);
        store().touch(KEY, units(20));
        assertStored(lease);
    }

    @Test
    @Says("A touch of nothing leaves leases alone too.")
    void publish_afterTouchOfNothing_succeeds() {
        Lease lease = lease(KEY);
        store().touch(KEY, units(20));
        assertStored(lease);
    }

    @Test
    @Says("A touch with a life of zero voids the leases of its key.")
    void publish_afterTouchWithoutLife_isRefused() {
        put(KEY, 1);
        Lease lease = lease(KEY);
        store().touch(KEY, Duration.ZERO);
        assertRefused(lease);
    }

    @Test
    @Says("Reads leave leases alone.")
    void publish_afterReads_succeeds() {
        put(KEY, 1);
        Lease lease = lease(KEY);
        read(KEY);
        assertStored(lease);
    }

    @Test
    @Says("Want of room for entries leaves leases alone.")
    void publish_afterEviction_succeeds() {
        put(KEY, 1);
        Lease lease = lease(KEY);
        for (int number = 0; number < 10 * MAXIMUM_ENTRIES; number++) {
            put("filler-" + number, number);
        }
        assertThat(publish(lease, 2)).isTrue();
    }

    @Test
    @Says("A delete of another key leaves a lease alone.")
    void publish_afterDeleteOfAnotherKey_succeeds() {
        Lease lease = lease(KEY);
        store().invalidate("another");
        assertStored(lease);
    }

    @Test
    @Says("A delete of the same key in another namespace leaves a lease alone.")
    void publish_afterDeleteInAnotherNamespace_succeeds() {
        Lease lease = lease(KEY);
        open("authors", "").invalidate(KEY);
        assertStored(lease);
    }
}
