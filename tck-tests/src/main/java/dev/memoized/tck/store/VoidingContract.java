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

/** Which leases a mark voids. */
abstract class VoidingContract<V> extends OvertakenContract<V> {

    static final TaggedKey TAGGED = new TaggedKey(KEY, Set.of(TAG));

    @Test
    @Says("A hard mark of the namespace voids its leases.")
    void publish_afterAHardMarkOfTheNamespace_isRefused() {
        Lease lease = lease(KEY);
        invalidateNamespace(InvalidationMode.HARD);
        assertRefused(lease);
    }

    @Test
    @Says("A soft mark of the namespace voids its leases too.")
    void publish_afterASoftMarkOfTheNamespace_isRefused() {
        Lease lease = lease(KEY);
        invalidateNamespace(InvalidationMode.SOFT);
        assertRefused(lease);
    }

    @Test
    @Says("A mark voids leases that exclude nobody as well.")
    void publish_ofASharedLease_afterAMark_isRefused() {
        Lease lease = sharedLease(KEY);
        invalidateNamespace(InvalidationMode.SOFT);
        assertRefused(lease);
    }

    @Test
    @Says("A mark of a namespace voids the leases of all its schemas.")
    void publish_inAnotherSchema_afterAMarkOfTheNamespace_isRefused() {
        Store<V> second = open(NAME, "2");
        Lease lease = granted(second.lease(KEY, units(10), true));
        invalidateNamespace(InvalidationMode.HARD);
        assertThat(second.publish(lease, entry(1).asOf(lease.asOf()), units(10)))
                .isFalse();
    }

    @Test
    @Says("A hard mark of a tag of the key voids its leases.")
    void publish_afterAHardMarkOfItsTag_isRefused() {
        Lease lease = lease(TAGGED);
        invalidateTag(InvalidationMode.HARD);
        assertThat(publish(lease, 1, TAG)).isFalse();
        assertHoldsNothing(TAGGED);
    }

    @Test
    @Says("A soft mark of a tag of the key voids its leases too.")
    void publish_afterASoftMarkOfItsTag_isRefused() {
        Lease lease = lease(TAGGED);
        invalidateTag(InvalidationMode.SOFT);
        assertThat(publish(lease, 1, TAG)).isFalse();
        assertHoldsNothing(TAGGED);
    }

    @Test
    @Says("A mark of a tag voids the leases of all namespaces.")
    void publish_inAnotherNamespace_afterAMarkOfItsTag_isRefused() {
        Store<V> authors = open("authors", "");
        Lease lease = granted(authors.lease(TAGGED, units(10), true));
        invalidateTag(InvalidationMode.HARD);
        assertThat(authors.publish(lease, entry(1, TAG).asOf(lease.asOf()), units(10)))
                .isFalse();
    }

    @Test
    @Says("A mark of a tag that only the result has takes the result.")
    void publish_afterAMarkOfATagThatTheComputationAdded_isNeverFresh() {
        Lease lease = lease(KEY);
        invalidateTag(InvalidationMode.HARD);
        publish(lease, 1, TAG);
        assertHoldsNothing(KEY);
    }

    @Test
    @Says("A soft mark of a tag that only the result has leaves the result stale at best.")
    void publish_afterASoftMarkOfATagThatTheComputationAdded_isNeverFresh() {
        Lease lease = lease(KEY);
        invalidateTag(InvalidationMode.SOFT);
        publish(lease, 1, TAG);
        @Nullable Entry<V> entry = read(KEY);
        assertThat(entry == null || entry.softlyInvalidated()).isTrue();
    }

    @Test
    @Says("Marks of other tags and namespaces leave a lease alone.")
    void publish_afterMarksOfOthers_succeeds() {
        Lease lease = lease(TAGGED);
        store().invalidate(Mark.tag("another"), InvalidationMode.HARD);
        store().invalidate(Mark.namespace("authors"), InvalidationMode.HARD);
        assertThat(publish(lease, 1, TAG)).isTrue();
        assertHolds(TAGGED, 1);
    }

    @Test
    @Says("A lease below a mark is not in the way of the next one.")
    void lease_belowAMark_makesRoom() {
        lease(KEY);
        invalidateNamespace(InvalidationMode.SOFT);
        assertStored(lease(KEY));
    }

    @Test
    @Says("That a mark of this JVM has voided a lease is known at once.")
    void isVoid_belowAMark_isKnownAtOnce() {
        Lease lease = lease(TAGGED);
        invalidateTag(InvalidationMode.SOFT);
        assertThat(lease.isVoid()).isTrue();
    }
}
