package dev.memoized.tck.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.memoized.spi.InvalidationMode;
import dev.memoized.spi.Lease;
import dev.memoized.spi.Mark;
import dev.memoized.spi.TaggedKey;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Which leases a mark voids. */
abstract class VoidingContract<V> extends PublishContract<V> {
    static final TaggedKey TAGGED = new TaggedKey(KEY, Set.of(TAG));

    @Test
    void publish_afterAHardMarkOfTheNamespace_isRefused() {
        Lease lease = lease(KEY);
        invalidateNamespace(InvalidationMode.HARD);
        assertRefused(lease);
    }

    @Test
    void publish_afterASoftMarkOfTheNamespace_isRefused() {
        Lease lease = lease(KEY);
        invalidateNamespace(InvalidationMode.SOFT);
        assertRefused(lease);
    }

    @Test
    void publish_afterAHardMarkOfItsTag_isRefused() {
        Lease lease = lease(TAGGED);
        invalidateTag(InvalidationMode.HARD);
        assertThat(publish(lease, 1, TAG)).isFalse();
        assertHoldsNothing(TAGGED);
    }

    @Test
    void publish_afterASoftMarkOfItsTag_isRefused() {
        Lease lease = lease(TAGGED);
        invalidateTag(InvalidationMode.SOFT);
        assertThat(publish(lease, 1, TAG)).isFalse();
        assertHoldsNothing(TAGGED);
    }

    @Test
    void publish_afterAMarkOfATagThatTheComputationAdded_isNeverFresh() {
        Lease lease = lease(KEY);
        invalidateTag(InvalidationMode.HARD);
        publish(lease, 1, TAG);
        assertHoldsNothing(KEY);
    }

    @Test
    void publish_afterMarksOfOthers_succeeds() {
        Lease lease = lease(TAGGED);
        store().invalidate(Mark.tag("another"), InvalidationMode.HARD);
        store().invalidate(Mark.namespace("authors"), InvalidationMode.HARD);
        assertThat(publish(lease, 1, TAG)).isTrue();
        assertHolds(TAGGED, 1);
    }

    @Test
    void publish_storesTheLeasesNumber() {
        Lease lease = lease(KEY);
        store().invalidate(Mark.tag("another"), InvalidationMode.HARD);
        publish(lease, 1);
        assertThat(found(KEY).asOf()).isEqualTo(lease.asOf());
    }

    @Test
    void lease_belowAMark_makesRoom() {
        lease(KEY);
        invalidateNamespace(InvalidationMode.SOFT);
        assertStored(lease(KEY));
    }

    @Test
    void isVoid_belowAMark_isKnownAtOnceInOneJvm() {
        Lease lease = lease(TAGGED);
        invalidateTag(InvalidationMode.SOFT);
        assertThat(lease.isVoid() || isShared()).isTrue();
    }
}
