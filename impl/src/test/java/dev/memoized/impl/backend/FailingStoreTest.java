package dev.memoized.impl.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.memoized.impl.key.CanonicalForm;
import dev.memoized.impl.local.LocalBackend;
import dev.memoized.impl.log.Log;
import dev.memoized.spi.ForwardingStore;
import dev.memoized.spi.InvalidationMode;
import dev.memoized.spi.Lease;
import dev.memoized.spi.LeaseAnswer;
import dev.memoized.spi.LeaseAnswer.Granted;
import dev.memoized.spi.Mark;
import dev.memoized.spi.Namespace;
import dev.memoized.spi.Store;
import dev.memoized.testing.Callers;
import dev.memoized.testing.ManualClock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * A store that fails: kills "a failing wait reaches the caller", "a failing wait returns at once" and "a lease that the
 * store did not grant is never void".
 */
@Timeout(60)
class FailingStoreTest {
    private static final Duration LIFE = Duration.ofMinutes(5);

    private final ManualClock clock = new ManualClock();
    private final Namespace namespace = new Namespace("books", "", 100, new CanonicalForm("books", ""));
    private final AtomicBoolean broken = new AtomicBoolean(true);
    private final Store<Object> store =
            new QuietStore<>(new Broken(new LocalBackend(clock).open(namespace)), namespace.name(), clock, new Log());

    /** Fails while it is broken. */
    private final class Broken extends ForwardingStore<Object> {
        Broken(Store<Object> store) {
            super(store);
        }

        @Override
        public LeaseAnswer<Object> lease(Object key, Duration life, boolean exclusive) {
            fail();
            return super.lease(key, life, exclusive);
        }

        @Override
        public void awaitChange(Object key, Duration atMost) throws InterruptedException {
            fail();
            super.awaitChange(key, atMost);
        }

        @Override
        public boolean invalidate(Object key) {
            fail();
            return super.invalidate(key);
        }

        private void fail() {
            if (broken.get()) {
                throw new IllegalStateException("down");
            }
        }
    }

    @Test
    void awaitChangeFails_returnsAfterAPause() {
        assertWaitsFor(Duration.ofMillis(100), Duration.ofDays(1));
    }

    @Test
    void awaitChangeFailsAndTheWaitIsShort_returnsAtItsEnd() {
        assertWaitsFor(Duration.ofMillis(10), Duration.ofMillis(10));
    }

    private void assertWaitsFor(Duration expected, Duration atMost) {
        try (Callers<Boolean> waiter = Callers.start(1, number -> {
            store.awaitChange("k", atMost);
            return true;
        })) {
            clock.awaitWaiters(1);
            clock.advance(expected.minusNanos(1));
            assertThat(waiter.alive()).isEqualTo(1);
            clock.advance(Duration.ofNanos(1));
            assertThat(waiter.values()).containsExactly(true);
        }
        assertThat(clock.pending()).isZero();
    }

    @Test
    void keyIsInvalidatedAfterTheLeaseFailed_leaseIsVoid() {
        Lease lease = lease();
        assertThat(lease.isVoid()).isFalse();
        broken.set(false);
        store.invalidate("k");
        assertThat(lease.isVoid()).isTrue();
        assertThat(lease().isVoid()).as("one granted later").isFalse();
    }

    @Test
    void namespaceIsInvalidatedAfterTheLeaseFailed_leaseIsVoid() {
        Lease lease = lease();
        store.invalidate(Mark.namespace(namespace.name()), InvalidationMode.SOFT);
        assertThat(lease.isVoid()).isTrue();
    }

    @Test
    void invalidationFailsToo_leaseIsVoidAllTheSame() {
        Lease lease = lease();
        assertThatThrownBy(() -> store.invalidate("k")).hasMessage("down");
        assertThat(lease.isVoid()).isTrue();
        assertThat(lease().isVoid()).as("one granted later").isFalse();
    }

    private Lease lease() {
        LeaseAnswer<Object> answer = store.lease("k", LIFE, true);
        assertThat(answer).isInstanceOf(Granted.class);
        return ((Granted<Object>) answer).lease();
    }
}
