package dev.memoized.tck.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.memoized.spi.InvalidationMode;
import dev.memoized.spi.Lease;
import dev.memoized.spi.LeaseAnswer;
import dev.memoized.spi.Mark;
import dev.memoized.spi.Store;
import dev.memoized.spi.TaggedKey;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Keys whose values are replaced: what is claimed stands in nobody's way, and yields to everybody who takes it away. */
abstract class ClaimContract<V> extends RaceContract<V> {
    static final Mark GROUP = Mark.group(NAME, "part");
    static final TaggedKey GROUPED = new TaggedKey(KEY, Set.of(), Set.of(GROUP));
    static final TaggedKey OTHER = new TaggedKey("other", Set.of(), Set.of(GROUP));

    /**
     * Whether the store can tell what becomes of a key that was claimed.
     *
     * @return false: it answers null to all who claim
     */
    protected boolean claims() {
        return true;
    }

    final void claimed(Object key, Consumer<Lease> test) {
        @Nullable Lease claim = store().claim(key, units(10));
        assertThat(claim != null).isEqualTo(claims());
        if (claim != null) {
            test.accept(claim);
        }
    }

    final boolean replace(Lease claim, int number, @Nullable Mark others) {
        return store().replace(claim, entry(number), units(10), others);
    }

    final void assertReplaced(Lease claim, int number) {
        assertThat(replace(claim, number, null)).isTrue();
        assertHolds(claim.key(), number);
    }

    final void assertNotReplaced(Lease claim) {
        assertThat(replace(claim, 9, null)).isFalse();
        assertThat(claim.isVoid()).isTrue();
    }

    @Test
    @Says("A claim bears its key, and its number is that of a lease.")
    void claim_bearsItsKeyAndNumber() {
        claimed(GROUPED, claim -> {
            assertThat(claim.key()).isEqualTo(GROUPED);
            assertThat(TaggedKey.groupsOf(claim.key())).containsExactly(GROUP);
            assertThat(claim.asOf()).isEqualTo(lease(KEY).asOf());
            assertThat(claim.isVoid()).isFalse();
        });
    }

    @Test
    @Says("Who has claimed a key replaces what it holds.")
    void replace_stores() {
        put(KEY, 1);
        claimed(KEY, claim -> assertReplaced(claim, 2));
    }

    @Test
    @Says("A claim changes nothing before its value comes.")
    void claim_storesNothing() {
        put(KEY, 1);
        claimed(KEY, claim -> assertHolds(KEY, 1));
    }

    @Test
    @Says("A claim is granted beside leases, and leases beside claims.")
    void claim_isInNobodysWay() {
        Lease before = lease("leased");
        claimed("leased", claim -> assertThat(publish(before, 1)).isTrue());
        claimed(KEY, claim -> {
            Lease lease = lease(KEY);
            assertThat(publish(lease, 1)).isTrue();
            assertHolds(KEY, 1);
        });
    }

    @Test
    @Says("What is published leaves a claim alone.")
    void replace_afterPublish_succeeds() {
        claimed(KEY, claim -> {
            publish(lease(KEY), 1);
            assertReplaced(claim, 2);
        });
    }

    @Test
    @Says("A delete voids claims.")
    void replace_afterDelete_isRefused() {
        claimed(KEY, claim -> {
            store().invalidate(KEY);
            assertNotReplaced(claim);
            assertHoldsNothing(KEY);
        });
    }

    @Test
    @Says("A put voids claims, and so do an addition that stores, an increment, and a touch without life.")
    void replace_afterWriting_isRefused() {
        claimed(KEY, claim -> {
            put(KEY, 1);
            assertNotReplaced(claim);
            assertHolds(KEY, 1);
        });
        claimed("added", claim -> {
            store().add("added", entry(1), units(10));
            assertNotReplaced(claim);
        });
        store().put("counter", counter(1), units(10));
        claimed("counter", claim -> {
            store().increment("counter", 1);
            assertNotReplaced(claim);
        });
        claimed(KEY, claim -> {
            store().touch(KEY, Duration.ZERO);
            assertNotReplaced(claim);
        });
    }

    @Test
    @Says("Reads, touches and additions that store nothing leave claims alone.")
    void replace_afterReading_succeeds() {
        put(KEY, 1);
        claimed(KEY, claim -> {
            read(KEY);
            store().touch(KEY, units(20));
            store().add(KEY, entry(2), units(10));
            assertReplaced(claim, 3);
        });
    }

    @Test
    @Says("Marks void claims, hard and soft, of the namespace, a tag or a group.")
    void replace_afterAMark_isRefused() {
        TaggedKey tagged = new TaggedKey(KEY, Set.of(TAG), Set.of(GROUP));
        for (Mark mark : new Mark[] {Mark.namespace(NAME), Mark.tag(TAG), GROUP}) {
            for (InvalidationMode mode : InvalidationMode.values()) {
                claimed(tagged, claim -> {
                    store().invalidate(mark, mode);
                    assertNotReplaced(claim);
                    assertHoldsNothing(tagged);
                });
            }
        }
    }

    @Test
    @Says("A mark of a tag that only the new value has refuses it or takes it.")
    void replace_afterAMarkOfATagOfItsValue_isNeverFresh() {
        claimed(KEY, claim -> {
            invalidateTag(InvalidationMode.HARD);
            store().replace(claim, entry(1, TAG), units(10), null);
            assertHoldsNothing(KEY);
        });
    }

    @Test
    @Says("A claim that was released or has ended replaces nothing.")
    void replace_afterItsEnd_isRefused() {
        put(KEY, 1);
        claimed(KEY, claim -> {
            store().release(claim);
            assertNotReplaced(claim);
        });
        claimed(KEY, claim -> {
            pass(units(10));
            assertThat(replace(claim, 2, null)).isFalse();
        });
    }

    @Test
    @Says("A claim is given another life as a lease is.")
    void replace_afterRenewing_succeeds() {
        claimed(KEY, claim -> {
            pass(units(8));
            assertThat(store().renew(claim, units(10))).isTrue();
            pass(units(8));
            assertReplaced(claim, 1);
            assertThat(store().renew(claim, units(10))).isFalse();
        });
    }

    @Test
    @Says("Releasing a claim leaves leases and other claims alone.")
    void release_ofAClaim_leavesOthers() {
        claimed(
                KEY,
                first -> claimed(KEY, second -> {
                    Lease lease = lease(KEY);
                    store().release(first);
                    assertThat(lease.isVoid()).isFalse();
                    assertReplaced(second, 1);
                }));
    }

    @Test
    @Says("The right to publish is none to replace, and the other way round.")
    void claimsAndLeases_areNotTheSame() {
        assertThat(replace(lease("leased"), 1, null)).isFalse();
        claimed(KEY, claim -> {
            assertThat(publish(claim, 1)).isFalse();
            assertHoldsNothing(KEY);
        });
    }

    @Test
    @Says("A claim keeps nobody waiting.")
    void awaitChange_besideAClaim_returnsAtOnce() throws InterruptedException {
        store().claim(KEY, Store.FOREVER);
        store().awaitChange(KEY, units(10));
        assertThat(Objects.requireNonNull(ask(KEY, true))).isInstanceOf(LeaseAnswer.Granted.class);
    }
}
