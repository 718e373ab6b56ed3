package dev.memoized.impl.backend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.memoized.impl.local.LocalBackend;
import dev.memoized.impl.log.Log;
import dev.memoized.spi.Entry;
import dev.memoized.spi.Lease;
import dev.memoized.spi.LeaseAnswer;
import dev.memoized.spi.Namespace;
import dev.memoized.spi.Store;
import dev.memoized.testing.Callers;
import dev.memoized.testing.FaultyBackend;
import dev.memoized.testing.ManualClock;
import java.time.Duration;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** A backend with a guard before it, and what a test needs of both. */
final class GuardedRig implements AutoCloseable {
    static final Duration LIFE = Duration.ofMinutes(10);
    static final Duration TIME_OUT = Guard.TIME_OUT;
    static final Duration SECOND = Duration.ofSeconds(1);

    final ManualClock clock = new ManualClock();
    final LocalBackend local = new LocalBackend(clock);
    final FaultyBackend remote = new FaultyBackend(local, clock);
    final Guard guard = new Guard("remote", TIME_OUT, clock, new Log());
    final Store<Object> store = open("books");
    /** The same without a guard: another JVM. */
    final Store<Object> behind = local.open(namespace("books"));

    Store<Object> open(String name) {
        return new GuardedStore<>(remote.open(namespace(name)), name, guard);
    }

    static Namespace namespace(String name) {
        return new Namespace(name, "", 100_000, Object::toString);
    }

    static Entry<Object> entry(Object value) {
        return Entry.of(value, 0, Set.of());
    }

    Object value(Object key) {
        Entry<Object> entry = store.read(key, clock.nanos());
        return entry == null ? null : entry.value();
    }

    Object valueBehind(Object key) {
        Entry<Object> entry = behind.read(key, clock.nanos());
        return entry == null ? null : entry.value();
    }

    Lease lease(Object key) {
        LeaseAnswer<Object> answer = store.lease(key, LIFE, true);
        assertThat(answer).isInstanceOf(LeaseAnswer.Granted.class);
        return ((LeaseAnswer.Granted<Object>) answer).lease();
    }

    /** Calls on another thread, which waits in the guard, and lets the time-out pass there. */
    <T> Callers.Result<T> overdue(FaultyBackend.Operation operation, Supplier<T> call) {
        int before = remote.calls(operation);
        try (Callers<T> caller = Callers.start(1, number -> call.get())) {
            remote.awaitCalls(operation, before + 1);
            clock.awaitWaiters(1);
            clock.advance(TIME_OUT);
            return caller.results().get(0);
        }
    }

    /** Blocks until something has come about on another thread. */
    static void eventually(BooleanSupplier condition) {
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime() - end).as("waited too long").isNegative();
            Thread.onSpinWait();
        }
    }

    /** Fails until the breaker is open, and is left failing. */
    void breakDown() {
        remote.fail();
        while (guard.health().state() == BackendHealth.State.CLOSED) {
            store.touch("never", LIFE);
        }
    }

    @Override
    public void close() {
        remote.work();
        guard.close();
        local.close();
    }
}
