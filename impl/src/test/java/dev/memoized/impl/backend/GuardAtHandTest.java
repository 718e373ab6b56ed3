package dev.memoized.impl.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.memoized.BackendException;
import dev.memoized.NotACounterException;
import dev.memoized.spi.AtHand;
import dev.memoized.spi.ForwardingStore;
import dev.memoized.spi.Store;
import dev.memoized.testing.FaultyBackend.Operation;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a store knows of a key without asking anybody. */
@Timeout(60)
class GuardAtHandTest {
    private final GuardedRig rig = new GuardedRig();
    private final Store<Object> store =
            new GuardedStore<>(new Knowing(rig.remote.open(GuardedRig.namespace("books"))), "books", rig.guard);
    private Supplier<AtHand<Object>> known = () -> null;

    /** Knows what the test says. */
    private final class Knowing extends ForwardingStore<Object> {
        Knowing(Store<Object> behind) {
            super(behind);
        }

        @Override
        public AtHand<Object> readAtHand(Object key, long now) {
            return known.get();
        }
    }

    @AfterEach
    void close() {
        rig.close();
    }

    private Object read() {
        return store.read("k", rig.clock.nanos());
    }

    private void know(Object value) {
        known = () -> new AtHand<>(GuardedRig.entry(value));
    }

    private AtomicInteger countQuestions() {
        AtomicInteger questions = new AtomicInteger();
        known = () -> {
            questions.incrementAndGet();
            return new AtHand<>(GuardedRig.entry("old"));
        };
        return questions;
    }

    @Test
    void whatIsAtHand_isReadByTheCallerItself() {
        Thread[] by = new Thread[1];
        known = () -> {
            by[0] = Thread.currentThread();
            return new AtHand<>(GuardedRig.entry("v"));
        };
        assertThat(read()).isEqualTo(GuardedRig.entry("v"));
        assertThat(by[0]).isSameAs(Thread.currentThread());
        assertThat(rig.guard.threads()).isZero();
        assertThat(rig.remote.calls()).isZero();
    }

    @Test
    void nothingAtHand_isAMissWithoutAQuestion() {
        rig.behind.put("k", GuardedRig.entry("v"), GuardedRig.LIFE);
        known = () -> new AtHand<>(null);
        assertThat(read()).isNull();
        assertThat(rig.remote.calls()).isZero();
    }

    @Test
    void whatIsNotAtHand_isAskedFor() {
        rig.behind.put("k", GuardedRig.entry("v"), GuardedRig.LIFE);
        assertThat(store.read("k", rig.clock.nanos()).value()).isEqualTo("v");
        assertThat(rig.remote.calls(Operation.READ)).isOne();
    }

    @Test
    void C11_whileAnInvalidationWaits_nothingAtHandIsRead() {
        rig.remote.fail(Operation.INVALIDATE, Operation.INVALIDATE_ALL);
        store.invalidate("k");
        AtomicInteger questions = countQuestions();
        assertThatThrownBy(this::read).isInstanceOf(BackendException.class);
        rig.remote.work();
        assertThat(read()).isNull();
        assertThat(questions).hasValue(0);
        know("v");
        assertThat(read()).isNotNull();
    }

    @Test
    void whatIsAtHand_isReadOfABackendThatIsLeftAlone() {
        rig.breakDown();
        know("v");
        assertThat(read()).isEqualTo(GuardedRig.entry("v"));
        known = () -> null;
        assertThatThrownBy(this::read).isInstanceOf(BackendException.class).hasMessageContaining("MEMO0338");
    }

    @Test
    void keyWhoseLateValueMayCome_isNotReadAtHand() {
        rig.remote.hang(Operation.PUT);
        rig.overdue(Operation.PUT, () -> store.put("k", GuardedRig.entry("late"), GuardedRig.LIFE));
        AtomicInteger questions = countQuestions();
        assertThatThrownBy(this::read).isInstanceOf(BackendException.class);
        assertThat(questions).hasValue(0);
    }

    @Test
    void failuresAtHand_areFailuresOfTheBackend() {
        known = () -> {
            throw new IllegalStateException("stopped");
        };
        for (int failure = 1; failure <= Breaker.FAILURES; failure++) {
            assertThat(rig.guard.health().state()).isEqualTo(BackendHealth.State.CLOSED);
            assertThatThrownBy(this::read)
                    .isInstanceOf(BackendException.class)
                    .hasMessageContaining("MEMO0337")
                    .hasRootCauseMessage("stopped");
        }
        assertThat(rig.guard.health().state()).isEqualTo(BackendHealth.State.OPEN);
    }

    @Test
    void errorsOfItsOwn_areAFailureOfTheBackend() {
        known = () -> {
            throw new NoClassDefFoundError("org/acme/Grid");
        };
        assertThatThrownBy(this::read).isInstanceOf(BackendException.class);
        known = () -> {
            throw new AssertionError("odd");
        };
        assertThatThrownBy(this::read).isInstanceOf(BackendException.class);
    }

    @Test
    void wrongUse_isNoFailureOfTheBackend() {
        known = () -> {
            throw new NotACounterException("no number");
        };
        assertThatThrownBy(this::read).isInstanceOf(NotACounterException.class);
        assertThat(rig.guard.health().failures()).isZero();
    }

    /** Else a backend that does not answer would never be left alone: each caller looks at what is at hand first. */
    @Test
    void whatIsAtHand_saysNothingOfTheBackend() {
        know("v");
        rig.remote.fail(Operation.TOUCH);
        for (int failure = 1; failure <= Breaker.FAILURES; failure++) {
            store.touch("k", GuardedRig.LIFE);
            read();
        }
        assertThat(rig.guard.health().state()).isEqualTo(BackendHealth.State.OPEN);
    }

    @Test
    void stackThatIsFull_leavesItToTheGuardsOwnThread() {
        rig.behind.put("k", GuardedRig.entry("v"), GuardedRig.LIFE);
        known = () -> {
            throw new StackOverflowError();
        };
        assertThat(store.read("k", rig.clock.nanos()).value()).isEqualTo("v");
    }
}
