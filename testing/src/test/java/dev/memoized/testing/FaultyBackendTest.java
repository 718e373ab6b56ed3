package dev.memoized.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.memoized.BackendException;
import dev.memoized.spi.CacheBackend.Capability;
import dev.memoized.spi.Entry;
import dev.memoized.spi.InvalidationMode;
import dev.memoized.spi.Lease;
import dev.memoized.spi.LeaseAnswer;
import dev.memoized.spi.Mark;
import dev.memoized.spi.Namespace;
import dev.memoized.spi.Store;
import dev.memoized.testing.FaultyBackend.Operation;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class FaultyBackendTest {
    private static final Duration LIFE = Duration.ofMinutes(1);
    private static final Entry<Object> ENTRY = Entry.of("value", 0, Set.of());

    private final ManualClock clock = new ManualClock();
    private final FaultyBackend backend = new FaultyBackend(new NoBackend(), clock);
    private final Store<Object> store = backend.open(new Namespace("books", "", 10, Object::toString));
    private final Lease lease = ((LeaseAnswer.Granted<Object>) store.lease("k", LIFE, true)).lease();

    @AfterEach
    void close() {
        backend.close();
    }

    private Map<Operation, ThrowingCallable> all() {
        Map<Operation, ThrowingCallable> all = new EnumMap<>(Operation.class);
        all.put(Operation.READ, () -> store.read("k", 0));
        all.put(Operation.READ_ALL, () -> store.readAll(List.of("k"), 0));
        all.put(Operation.LEASE, () -> store.lease("k", LIFE, true));
        all.put(Operation.PUBLISH, () -> store.publish(lease, ENTRY, LIFE));
        all.put(Operation.CLAIM, () -> store.claim("k", LIFE));
        all.put(Operation.REPLACE, () -> store.replace(lease, ENTRY, LIFE, null));
        all.put(Operation.RENEW, () -> store.renew(lease, LIFE));
        all.put(Operation.RELEASE, () -> store.release(lease));
        all.put(Operation.AWAIT_CHANGE, () -> store.awaitChange("k", LIFE));
        all.put(Operation.PUT, () -> store.put("k", ENTRY, LIFE));
        all.put(Operation.PUT_ALL, () -> store.putAll(Map.of("k", ENTRY), LIFE));
        all.put(Operation.ADD, () -> store.add("k", ENTRY, LIFE));
        all.put(Operation.INVALIDATE, () -> store.invalidate("k"));
        all.put(Operation.INVALIDATE_ALL, () -> store.invalidateAll(List.of("k")));
        all.put(Operation.INVALIDATE_MARK, () -> store.invalidate(Mark.tag("t"), InvalidationMode.HARD));
        all.put(Operation.TOUCH, () -> store.touch("k", LIFE));
        all.put(Operation.INCREMENT, () -> store.increment("k", 1));
        all.put(Operation.STATS, store::stats);
        return all;
    }

    @Test
    void eachOperation_failsWhenItIsTold() throws Throwable {
        assertThat(all()).containsOnlyKeys(Operation.values());
        for (Map.Entry<Operation, ThrowingCallable> each : all().entrySet()) {
            int before = backend.calls(each.getKey());
            backend.fail(each.getKey());
            assertThatThrownBy(each.getValue())
                    .isInstanceOf(BackendException.class)
                    .hasMessageContaining(each.getKey().name());
            backend.work(each.getKey());
            each.getValue().call();
            assertThat(backend.calls(each.getKey()) - before)
                    .as(each.getKey().name())
                    .isEqualTo(2);
        }
        assertThat(backend.calls()).isEqualTo(1 + 2 * Operation.values().length);
    }

    @Test
    void withoutNames_allFail() {
        backend.fail();
        all().values().forEach(each -> assertThatThrownBy(each).isInstanceOf(BackendException.class));
        backend.loseAnswers();
        all().values().forEach(each -> assertThatThrownBy(each).isInstanceOf(BackendException.class));
    }

    @Test
    void hanging_goesOnWhenItMay() {
        backend.hang(Operation.READ);
        try (Callers<Object> caller = Callers.start(1, number -> store.read("k", 0))) {
            backend.awaitCalls(Operation.READ, 1);
            assertThat(caller.alive()).isEqualTo(1);
            assertThat(store.invalidate("k")).as("another operation").isFalse();
            backend.work(Operation.READ);
            assertThat(caller.values()).containsOnlyNulls();
        }
    }

    @Test
    void hanging_endsWhenSomethingElseIsSaidOrItIsInterrupted() {
        backend.hang();
        try (Callers<Object> callers = Callers.start(2, number -> number == 0 ? store.read("k", 0) : store.stats())) {
            backend.awaitCalls(Operation.READ, 1);
            backend.awaitCalls(Operation.STATS, 1);
            backend.fail(Operation.READ);
            callers.thread(1).interrupt();
            assertThat(callers.results().get(0).failure()).as("it came before").isNull();
            assertThat(callers.results().get(1).failure()).isInstanceOf(BackendException.class);
        }
    }

    @Test
    void slow_waitsByTheClock() {
        backend.slow(Duration.ofSeconds(3), Operation.READ);
        try (Callers<Object> caller = Callers.start(1, number -> store.read("k", 0))) {
            clock.awaitWaiters(1);
            clock.advance(Duration.ofSeconds(3).minusNanos(1));
            assertThat(caller.alive()).isEqualTo(1);
            clock.advance(Duration.ofNanos(1));
            assertThat(caller.values()).containsOnlyNulls();
        }
    }

    @Test
    void capabilities_areTheBackends() {
        assertThat(backend.capabilities()).containsExactly(Capability.BY_REFERENCE);
    }
}
