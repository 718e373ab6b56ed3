package dev.memoized.tck.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.memoized.spi.InvalidationMode;
import dev.memoized.spi.Lease;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is replaced, and what goes with it. */
abstract class ReplacingContract<V> extends ClaimContract<V> {

    @Test
    @Says("Replacing voids the leases of the key.")
    void replace_voidsLeases() {
        claimed(KEY, claim -> {
            Lease lease = lease(KEY);
            replace(claim, 1, null);
            assertThat(lease.isVoid()).isTrue();
            assertThat(publish(lease, 2)).isFalse();
            assertHolds(KEY, 1);
            lease(KEY);
        });
    }

    @Test
    @Says("Of several claims the first value replaces, and voids the others.")
    void replace_ofTheSecondClaim_isRefused() {
        claimed(
                KEY,
                first -> claimed(KEY, second -> {
                    assertReplaced(second, 2);
                    assertNotReplaced(first);
                    assertHolds(KEY, 2);
                }));
    }

    @Test
    @Says("A claim replaces once.")
    void replace_twice_isRefused() {
        claimed(KEY, claim -> {
            assertReplaced(claim, 1);
            assertNotReplaced(claim);
        });
    }

    @Test
    @Says("With the same step a mark takes the others away, and not the new value.")
    void replace_withAMark_takesTheOthers() {
        put(GROUPED, 1);
        put(OTHER, 2);
        claimed(GROUPED, claim -> {
            assertThat(replace(claim, 3, GROUP)).isTrue();
            assertHolds(GROUPED, 3);
            assertHoldsNothing(OTHER);
        });
    }

    @Test
    @Says("That mark voids the leases and claims of the others.")
    void replace_withAMark_voidsTheLeasesOfTheOthers() {
        claimed(
                GROUPED,
                claim -> claimed(OTHER, other -> {
                    Lease lease = lease(OTHER);
                    assertThat(replace(claim, 3, GROUP)).isTrue();
                    assertThat(publish(lease, 2)).isFalse();
                    assertNotReplaced(other);
                    assertHoldsNothing(OTHER);
                }));
    }

    @Test
    @Says("A refused value raises no mark.")
    void replace_refused_raisesNoMark() {
        put(OTHER, 2);
        claimed(GROUPED, claim -> {
            store().invalidate(GROUPED);
            assertThat(replace(claim, 3, GROUP)).isFalse();
            assertHolds(OTHER, 2);
        });
    }

    @Test
    @Says("What was replaced is taken by the next mark.")
    void mark_afterReplace_takesIt() {
        claimed(GROUPED, claim -> {
            replace(claim, 1, GROUP);
            store().invalidate(GROUP, InvalidationMode.HARD);
            assertHoldsNothing(GROUPED);
        });
    }

    @Test
    @Says("A value without life deletes the key, and that is a success.")
    void replace_withoutLife_deletes() {
        put(GROUPED, 1);
        put(OTHER, 2);
        claimed(GROUPED, claim -> {
            assertThat(store().replace(claim, entry(3), Duration.ZERO, GROUP)).isTrue();
            assertHoldsNothing(GROUPED);
            assertHoldsNothing(OTHER);
        });
    }

    @Test
    @Says("A value that the store does not take removes the old one when it replaces it.")
    void replace_byAValueThatIsTooLarge_removes() {
        @Nullable V large = tooLarge();
        put(KEY, 1);
        claimed(KEY, claim -> {
            if (large == null) {
                assertReplaced(claim, 2);
            } else {
                assertThat(store().replace(claim, entry(1).withValue(large), units(10), null))
                        .isFalse();
                assertHoldsNothing(KEY);
            }
        });
    }
}
