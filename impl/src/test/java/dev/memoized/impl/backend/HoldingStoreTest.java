package dev.memoized.impl.backend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.memoized.BackendException;
import dev.memoized.impl.local.LocalBackend;
import dev.memoized.spi.ForwardingStore;
import dev.memoized.spi.Lease;
import dev.memoized.spi.LeaseAnswer;
import dev.memoized.spi.Store;
import dev.memoized.testing.ManualClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** By two clocks: this JVM's, which stands still when it has died, and that of the store. */
class HoldingStoreTest {
    private static final String KEY = "key";
    private static final Duration TERM = Duration.ofSeconds(9);
    private static final Duration THIRD = TERM.dividedBy(3);
    private static final Duration LIFE = Duration.ofMinutes(5);

    private final ManualClock here = new ManualClock();
    private final ManualClock there = new ManualClock();
    private final Behind behind = new Behind(new LocalBackend(there).open(GuardedRig.namespace("books")));
    private final Store<Object> store = new HoldingStore<>(behind, TERM, here);

    /** The store that all share. */
    private static final class Behind extends ForwardingStore<Object> {
        private final List<Duration> renewed = new ArrayList<>();
        private Runnable before = () -> {};
        private Runnable after = () -> {};

        Behind(Store<Object> store) {
            super(store);
        }

        @Override
        public boolean renew(Lease lease, Duration life) {
            renewed.add(life);
            before.run();
            boolean stands = store().renew(lease, life);
            after.run();
            return stands;
        }
    }

    private void pass(Duration span) {
        for (Duration passed = Duration.ZERO; passed.compareTo(span) < 0; passed = passed.plusSeconds(1)) {
            there.advance(Duration.ofSeconds(1));
            here.advance(Duration.ofSeconds(1));
        }
    }

    private Lease leased() {
        return ((LeaseAnswer.Granted<Object>) store.lease(KEY, LIFE, true)).lease();
    }

    private boolean isFree() {
        return behind.lease(KEY, Duration.ZERO, true) instanceof LeaseAnswer.Granted;
    }

    @Test
    void holderThatLives_keepsItsLeaseForItsLife_andNoLonger() {
        Lease lease = leased();
        pass(LIFE.minusSeconds(1));
        assertThat(isFree()).isFalse();
        assertThat(lease.isVoid()).isFalse();

        pass(Duration.ofSeconds(1));

        assertThat(isFree()).isTrue();
        assertThat(here.pending()).isZero();
    }

    @Test
    void holderThatDies_keepsItForATerm() {
        leased();
        pass(THIRD.multipliedBy(5));

        there.advance(TERM.minusSeconds(1));
        assertThat(isFree()).isFalse();
        there.advance(Duration.ofSeconds(1));
        assertThat(isFree()).isTrue();
    }

    @Test
    void holderThatDiesAtOnce_keepsItForATerm() {
        leased();

        there.advance(TERM.minusSeconds(1));
        assertThat(isFree()).isFalse();
        there.advance(Duration.ofSeconds(1));
        assertThat(isFree()).isTrue();
    }

    @Test
    void shortComputation_renewsNothing() {
        Lease lease = leased();
        pass(THIRD.minusSeconds(1));

        assertThat(store.publish(lease, GuardedRig.entry("value"), LIFE)).isTrue();

        pass(LIFE);
        assertThat(behind.renewed).isEmpty();
        assertThat(here.pending()).isZero();
    }

    @Test
    void shortLife_isNotRenewed() {
        store.lease(KEY, TERM, true);
        assertThat(here.pending()).isZero();

        pass(TERM);
        assertThat(isFree()).isTrue();
    }

    @Test
    void released_isNotRenewed() {
        store.release(leased());

        assertThat(here.pending()).isZero();
        assertThat(isFree()).isTrue();
    }

    @Test
    void releasedDuringARenewal_isNotRenewedAgain() {
        Lease lease = leased();
        behind.after = () -> store.release(lease);

        pass(THIRD);

        assertThat(behind.renewed).hasSize(1);
        assertThat(here.pending()).isZero();
        assertThat(isFree()).isTrue();
    }

    @Test
    void deleted_isNotRenewed() {
        Lease lease = leased();
        behind.invalidate(KEY);

        pass(TERM);

        assertThat(lease.isVoid()).isTrue();
        assertThat(behind.renewed).isEmpty();
        assertThat(here.pending()).isZero();
    }

    @Test
    void lostAtTheStore_isNotRenewedAgain() {
        leased();
        there.advance(TERM);

        pass(TERM);

        assertThat(behind.renewed).hasSize(1);
        assertThat(here.pending()).isZero();
    }

    @Test
    void failedRenewal_isMadeUpForByTheNext() {
        leased();
        behind.before = () -> {
            throw new BackendException("down", null);
        };
        pass(THIRD);
        behind.before = () -> {};

        pass(TERM.multipliedBy(3));

        assertThat(isFree()).isFalse();
        assertThat(behind.renewed).hasSizeGreaterThan(5);
    }

    @Test
    void renewedByItsHolder_livesAsLongAsThat() {
        Lease lease = leased();
        pass(LIFE.minusSeconds(5));

        assertThat(store.renew(lease, LIFE)).isTrue();

        pass(LIFE.minusSeconds(1));
        assertThat(isFree()).isFalse();
        pass(Duration.ofSeconds(1));
        assertThat(isFree()).isTrue();
        assertThat(store.renew(lease, LIFE)).isFalse();
        assertThat(here.pending()).isZero();
    }

    @Test
    void claims_areLeftAsTheyAre() {
        Lease claim = store.claim(KEY, LIFE);
        assertThat(here.pending()).isZero();

        pass(LIFE.minusSeconds(1));
        assertThat(store.replace(claim, GuardedRig.entry("value"), LIFE, null)).isTrue();
    }
}
