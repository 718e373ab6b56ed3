package dev.memoized.impl.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.memoized.NotACounterException;
import dev.memoized.spi.CacheBackend.Capability;
import dev.memoized.spi.Entry;
import dev.memoized.spi.InvalidationMode;
import dev.memoized.spi.Lease;
import dev.memoized.spi.LeaseAnswer;
import dev.memoized.spi.Mark;
import dev.memoized.spi.Namespace;
import dev.memoized.spi.Store;
import dev.memoized.testing.Callers;
import dev.memoized.testing.ManualClock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LocalStoreTest {
    private static final Duration LIFE = Duration.ofSeconds(10);

    private final ManualClock clock = new ManualClock();
    private final LocalBackend backend = new LocalBackend(clock);
    private final LocalStore store = open(backend, 100);

    @Test
    void moreEntriesThanAllowed_areEvictedAndCounted() {
        for (int number = 0; number < 1000; number++) {
            store.put(number, entry(number), LIFE);
        }
        assertThat(store.stats().entries()).isEqualTo(100);
        assertThat(store.stats().evicted()).isEqualTo(900);
    }

    @Test
    void hardMarkOfTheNamespace_givesTheMemoryBack() {
        store.put("key", entry(1), LIFE);
        store.invalidate(Mark.namespace("books"), InvalidationMode.HARD);
        assertThat(store.stats().entries()).isZero();
    }

    @Test
    void value_isHandedOutByReference() {
        Object value = new Object();
        store.put("key", Entry.of(value, clock.nanos(), Set.of()), LIFE);
        assertThat(store.read("key", clock.nanos()).value()).isSameAs(value);
        assertThat(backend.capabilities()).containsExactly(Capability.BY_REFERENCE);
    }

    @Test
    void hit_handsOutTheStoredEntry() {
        Lease lease = lease("key");
        Entry<Object> entry = entry(1).asOf(lease.asOf());
        store.publish(lease, entry, LIFE);
        assertThat(store.read("key", clock.nanos())).isEqualTo(entry).isSameAs(store.read("key", clock.nanos()));
    }

    @Test
    void read_judgesByTheCallersReading() {
        store.put("key", entry(1), LIFE);
        assertThat(store.read("key", clock.nanos() + LIFE.toNanos() - 1)).isNotNull();
        assertThat(store.read("key", clock.nanos() + LIFE.toNanos())).isNull();
    }

    @Test
    void clockThatOverflows_endsLivesInTime() {
        ManualClock late = new ManualClock(Long.MAX_VALUE - 1);
        LocalStore other = open(new LocalBackend(late), 100);
        other.put("key", entry(1), LIFE);
        other.put("ever", entry(1), Store.FOREVER);
        assertThat(other.read("key", late.nanos())).isNotNull();
        late.advance(LIFE);
        assertThat(other.read("key", late.nanos())).isNull();
        assertThat(other.read("ever", late.nanos())).isNotNull();
    }

    @Test
    void forever_outlivesACentury() {
        store.put("key", entry(1), Store.FOREVER);
        clock.advance(Duration.ofDays(36_500));
        assertThat(store.read("key", clock.nanos())).isNotNull();
    }

    @Test
    void mixedOperations_leaveNoLeaseBehind() {
        Random random = new Random(1);
        for (int round = 0; round < 10_000; round++) {
            mix(random.nextInt(50), random.nextInt(10));
        }
        assertThat(store.leased()).isZero();
    }

    private void mix(int key, int operation) {
        LeaseAnswer<Object> answer = store.lease(key, LIFE, operation % 2 == 0);
        switch (operation) {
            case 0, 1 -> store.put(key, number(1), LIFE);
            case 2 -> store.invalidate(key);
            case 3 -> store.touch(key, LIFE);
            case 4 -> store.invalidate(Mark.namespace("books"), InvalidationMode.SOFT);
            case 5 -> clock.advance(LIFE);
            case 6 -> store.increment(key, 1);
            case 7 -> store.add(key, number(1), LIFE);
            default -> store.read(key, clock.nanos());
        }
        if (answer instanceof LeaseAnswer.Granted<Object> granted && operation % 3 == 0) {
            store.release(granted.lease());
        } else if (answer instanceof LeaseAnswer.Granted<Object> granted) {
            store.publish(granted.lease(), number(2), LIFE);
        }
    }

    @Test
    void leaseThatNobodyEnded_isReplacedWhenItsLifeIsOver() {
        lease("key");
        clock.advance(LIFE);
        store.release(lease("key"));
        assertThat(store.leased()).isZero();
    }

    @Test
    void waiter_isToldWhenTheLeaseEnds() {
        Lease lease = lease("key");
        try (Callers<Boolean> waiter = waiter()) {
            clock.awaitWaiters(1);
            store.release(lease);
            assertThat(waiter.values()).containsExactly(true);
        }
        assertThat(clock.pending()).isZero();
    }

    @Test
    void waiter_doesNotPoll() {
        lease("key");
        try (Callers<Boolean> waiter = waiter()) {
            clock.awaitWaiters(1);
            assertThat(clock.pending()).isEqualTo(1);
            clock.advance(LIFE.minusNanos(1));
            assertThat(clock.waiters()).isEqualTo(1);
            clock.advance(Duration.ofNanos(1));
            assertThat(waiter.values()).containsExactly(true);
        }
    }

    @Test
    void waiter_isToldWhenTheBackendIsClosed() {
        lease("key");
        try (Callers<Boolean> waiter = waiter()) {
            clock.awaitWaiters(1);
            backend.close();
            assertThat(waiter.values()).containsExactly(true);
        }
    }

    private Callers<Boolean> waiter() {
        return Callers.start(1, number -> {
            store.awaitChange("key", LIFE.multipliedBy(2));
            return true;
        });
    }

    @Test
    void closedBackend_keepsNothing() {
        store.put("key", entry(1), LIFE);
        Lease before = lease("key");
        backend.close();
        assertThat(store.publish(before, entry(2), LIFE)).isFalse();
        assertThat(store.publish(lease("key"), entry(2), LIFE)).isFalse();
        assertThat(store.put("key", entry(3), LIFE)).isFalse();
        assertThat(store.read("key", clock.nanos())).isNull();
        assertThat(open(backend, 100).put("key", entry(4), LIFE)).isFalse();
        assertThat(store.stats().entries()).isZero();
    }

    @Test
    void closedBackend_givesTheMemoryBack() {
        store.put("key", entry(1), LIFE);
        backend.close();
        assertThat(store.stats().entries()).isZero();
    }

    @Test
    void entryWithoutLife_takesNoRoom() {
        assertThat(store.put("key", entry(1), Duration.ZERO)).isTrue();
        assertThat(store.stats().entries()).isZero();
    }

    @Test
    void tagThatTheComputationAddedIsInvalidatedMeanwhile_resultIsRefusedAndTheNextMayCompute() {
        Lease lease = lease("key");
        store.invalidate(Mark.tag("added"), InvalidationMode.SOFT);
        assertThat(store.publish(lease, Entry.of("value", clock.nanos(), Set.of("added")), LIFE))
                .isFalse();
        assertThat(store.read("key", clock.nanos())).isNull();
        assertThat(store.lease("key", LIFE, true)).isInstanceOf(LeaseAnswer.Granted.class);
    }

    @Test
    void moreTagsAreInvalidatedThanAreRemembered_theOthersShareWhatTheOldestSaid() {
        LocalBackend forgetful = new LocalBackend(clock, 1);
        LocalStore other = open(forgetful, 100);
        other.put("first", tagged("quiet"), LIFE);
        other.invalidate(Mark.tag("a"), InvalidationMode.HARD);
        assertThat(other.read("first", clock.nanos())).isNotNull();
        other.put("second", tagged("quiet"), LIFE);
        other.invalidate(Mark.tag("b"), InvalidationMode.HARD);
        assertThat(other.read("first", clock.nanos())).isNull();
        assertThat(other.read("second", clock.nanos())).isNotNull();
        other.invalidate(Mark.tag("c"), InvalidationMode.HARD);
        assertThat(other.read("second", clock.nanos())).isNull();
    }

    @Test
    void numbersOfMarks_areNeverBelowTheTimeInMicroseconds() {
        clock.advance(Duration.ofNanos(1_234_567_000));
        store.invalidate(Mark.tag("a"), InvalidationMode.HARD);
        assertThat(lease("key").asOf()).isEqualTo(ChronoUnit.MICROS.between(Instant.EPOCH, clock.now()));
        store.invalidate(Mark.tag("a"), InvalidationMode.HARD);
        assertThat(lease("other").asOf()).isEqualTo(ChronoUnit.MICROS.between(Instant.EPOCH, clock.now()) + 1);
    }

    @Test
    void leasesThatAreOut_areCountedByKey() {
        Lease lease = lease("a");
        lease("b");
        assertThat(store.leased()).isEqualTo(2);
        store.release(lease);
        assertThat(store.leased()).isEqualTo(1);
    }

    @Test
    void integers_stayIntegersWhileTheyCan() {
        assertThat(incremented(5)).isEqualTo(6);
        assertThat(incremented((short) 5)).isEqualTo(6);
        assertThat(incremented((byte) 5)).isEqualTo(6);
        assertThat(incremented(5L)).isEqualTo(6L);
        assertThat(incremented(Integer.MAX_VALUE)).isEqualTo(Integer.MAX_VALUE + 1L);
    }

    private Object incremented(Number number) {
        store.put("key", Entry.of(number, clock.nanos(), Set.of()), LIFE);
        store.increment("key", 1);
        return store.read("key", clock.nanos()).value();
    }

    @Test
    void noCounter_isToldWithoutKeyAndValue() {
        store.put("secret-key", Entry.of("secret-value", clock.nanos(), Set.of()), LIFE);
        assertThatThrownBy(() -> store.increment("secret-key", 1))
                .isInstanceOf(NotACounterException.class)
                .hasMessageContaining("books")
                .hasMessageContaining("java.lang.String")
                .hasMessageNotContaining("secret");
        store.put("key", Entry.of(null, clock.nanos(), Set.of()), LIFE);
        assertThatThrownBy(() -> store.increment("key", 1)).isInstanceOf(NotACounterException.class);
    }

    private Lease lease(Object key) {
        return ((LeaseAnswer.Granted<Object>) store.lease(key, LIFE, true)).lease();
    }

    private Entry<Object> entry(int value) {
        return Entry.of("value-" + value, clock.nanos(), Set.of());
    }

    private Entry<Object> tagged(String tag) {
        return Entry.of("value", clock.nanos(), Set.of(tag));
    }

    private Entry<Object> number(long number) {
        return Entry.of(number, clock.nanos(), Set.of());
    }

    private static LocalStore open(LocalBackend backend, int maximum) {
        return (LocalStore) backend.open(new Namespace("books", "", maximum, Object::toString));
    }
}
