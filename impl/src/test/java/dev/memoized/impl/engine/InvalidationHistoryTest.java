package dev.memoized.impl.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.memoized.CachePut;
import dev.memoized.Memoized;
import dev.memoized.Observed;
import dev.memoized.Outcome;
import dev.memoized.impl.context.ContextSnapshot;
import dev.memoized.impl.engine.Changes.Changing;
import dev.memoized.impl.local.LocalBackend;
import dev.memoized.impl.plan.ChangeDraft;
import dev.memoized.impl.plan.ChangeReader;
import dev.memoized.impl.plan.Declaration;
import dev.memoized.impl.plan.Instances;
import dev.memoized.impl.plan.MethodPlan;
import dev.memoized.impl.plan.PlanDraft;
import dev.memoized.impl.plan.Problems;
import dev.memoized.spi.Entry;
import dev.memoized.spi.ForwardingStore;
import dev.memoized.spi.InvalidationMode;
import dev.memoized.spi.Lease;
import dev.memoized.spi.Mark;
import dev.memoized.spi.Namespace;
import dev.memoized.spi.ObjectBackend;
import dev.memoized.spi.Store;
import dev.memoized.testing.Callers;
import dev.memoized.testing.ManualClock;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * 100,000 invalidations by key, tag and namespace, hard and soft, while eight threads call and one puts results: nobody who
 * calls after one has returned gets a value from before it; after a soft one as stale only. The same history finds three
 * stores out: one without marks, one whose leases do not tell that they are void, and one that takes what is put whatever
 * became of the key.
 */
@Timeout(120)
class InvalidationHistoryTest {
    private static final int INVALIDATIONS = 100_000;
    private static final int READERS = 8;
    private static final int KEYS = 3;
    private static final Set<Outcome> AS_FRESH = EnumSet.of(Outcome.FRESH, Outcome.COMPUTED, Outcome.JOINED);

    private final AtomicLongArray origin = new AtomicLongArray(KEYS);
    private final AtomicLongArray hard = new AtomicLongArray(KEYS);
    private final AtomicLongArray soft = new AtomicLongArray(KEYS);
    private boolean puts; // where results are put, fewer calls compute
    private int spins; // how long a method waits until its result has been dropped, so that a wrong one is seen
    private volatile boolean ended;
    private volatile long wrong;

    /** What is called. */
    static class Origin {
        @Memoized(name = "history", refreshAfter = "1h", expireAfter = "2h", tags = "key:{0}")
        long read(int key) {
            return key;
        }

        @CachePut(name = "history", key = "0")
        long write(int key) {
            return key;
        }
    }

    private final Door<Integer> door = new Door<>() {
        @Override
        public Object proceed(Integer key) {
            return compute(key);
        }

        @Override
        public Computation renewal(
                MethodPlan plan, Object key, ContextSnapshot snapshot, List<@Nullable Object> arguments) {
            return () -> compute((Integer) Objects.requireNonNull(arguments.get(0)));
        }
    };

    private long compute(int key) {
        long value = origin.get(key);
        if (!puts) {
            awaitDropped(key, value);
        }
        IntStream.range(0, 50).forEach(number -> Thread.onSpinWait());
        return value;
    }

    private void awaitDropped(int key, long value) {
        for (int spin = 0; spin < spins && soft.get(key) <= value; spin++) {
            Thread.yield();
        }
    }

    private static MethodPlan plan() throws ReflectiveOperationException {
        Method method = Origin.class.getDeclaredMethod("read", int.class);
        Declaration declaration =
                new Declaration(Origin.class, method, method.getAnnotation(Memoized.class), false, List.of());
        PlanDraft draft = PlanDraft.read(declaration, key -> null, new Problems());
        return MethodPlan.complete(draft, Instances.byConstructor(), true);
    }

    private record Wrapping(ObjectBackend backend, UnaryOperator<Store<Object>> wrapper) implements ObjectBackend {
        @Override
        public Store<Object> open(Namespace namespace) {
            return wrapper.apply(backend.open(namespace));
        }

        @Override
        public Set<Capability> capabilities() {
            return backend.capabilities();
        }
    }

    private void run(UnaryOperator<Store<Object>> wrapper, boolean untilWrong) throws Exception {
        ManualClock clock = new ManualClock();
        AtomicReference<MemoizedMethod> opened = new AtomicReference<>();
        Memoization memoization = new Memoization(
                new Seams(
                        clock,
                        seed -> 0,
                        Runnable::run,
                        (place, name) -> {},
                        List.of(),
                        key -> null,
                        new TestRequests()),
                List.of(),
                () -> List.of(new Entrance(opened.get(), door)),
                Transactions.NONE);
        MemoizedMethod method = memoization.open(plan(), new Wrapping(new LocalBackend(clock), wrapper));
        opened.set(method);
        try (Callers<Object> callers = Callers.start(READERS + (puts ? 2 : 1), number -> {
            if (number == 0) {
                invalidate(memoization, method, untilWrong);
            } else if (number > READERS) {
                put(memoization);
            } else {
                read(memoization, method, number);
            }
            return "";
        })) {
            callers.values();
        } finally {
            memoization.close();
        }
    }

    private void invalidate(Memoization memoization, MemoizedMethod method, boolean untilWrong) {
        try {
            for (int number = 0; number < INVALIDATIONS && !(untilWrong && wrong > 0); number++) {
                invalidate(memoization.invalidations(), method, number);
                IntStream.range(0, Math.min(spins, 10)).forEach(turn -> Thread.yield());
            }
        } finally {
            ended = true;
        }
    }

    private void invalidate(Invalidations invalidations, MemoizedMethod method, int number) {
        int key = number % KEYS;
        InvalidationMode mode = number % 2 == 0 ? InvalidationMode.HARD : InvalidationMode.SOFT;
        long now = origin.incrementAndGet(key);
        Object[] arguments = {key};
        ContextSnapshot none = method.plan().context().live();
        switch (number / 2 % 3) {
            case 0 -> {
                if (mode == InvalidationMode.HARD) {
                    invalidations.drop(method, method.plan().keyOf(arguments, none));
                } else {
                    Mark mark = Objects.requireNonNull(method.plan().markOf(arguments, none));
                    invalidations.raise(method, mark, mode);
                }
            }
            case 1 -> invalidations.raise(method, Mark.tag("key:" + key), mode);
            default -> invalidations.raise(method, Mark.namespace("history"), mode);
        }
        soft.accumulateAndGet(key, now, Math::max);
        if (mode == InvalidationMode.HARD) {
            hard.accumulateAndGet(key, now, Math::max);
        }
    }

    private void put(Memoization memoization) throws Exception {
        Method write = Origin.class.getDeclaredMethod("write", int.class);
        List<ChangeDraft> drafts = ChangeReader.read(Origin.class, write, Marks.of(write), new Problems());
        for (int number = 0; !ended; number++) {
            int key = number % KEYS;
            Changing changing = memoization.changes().begin(drafts, List.of(key));
            long now = origin.incrementAndGet(key);
            awaitDropped(key, now);
            changing.succeeded(now);
            soft.accumulateAndGet(key, now, Math::max);
            hard.accumulateAndGet(key, now, Math::max);
        }
    }

    private void read(Memoization memoization, MemoizedMethod method, int number) throws Exception {
        for (int call = number; !ended; call++) {
            int key = call % KEYS;
            long atLeastStale = hard.get(key);
            long atLeastFresh = soft.get(key);
            Observed<Long> observed = memoization.observe(() -> {
                try {
                    return (Long) memoization.engine().call(method, new Object[] {key}, key, door);
                } catch (Throwable failure) {
                    throw new IllegalStateException(failure);
                }
            });
            long value = Objects.requireNonNull(observed.value());
            boolean isOld = value < atLeastStale || (value < atLeastFresh && AS_FRESH.contains(observed.outcome()));
            if (isOld) {
                wrong = value + 1;
            }
        }
    }

    @Test
    void historyOfInvalidations_nobodyGetsWhatWasDroppedBefore() throws Exception {
        puts = true;
        run(store -> store, false);
        assertThat(wrong).isZero();
        assertThat(IntStream.range(0, KEYS).mapToLong(origin::get).sum()).isGreaterThan(INVALIDATIONS);
    }

    @Test
    void storeWithoutMarks_isFoundOut() throws Exception {
        run(
                store -> new ForwardingStore<>(store) {
                    @Override
                    public void invalidate(Mark mark, InvalidationMode mode) {}
                },
                true);
        assertThat(wrong).isPositive();
    }

    @Test
    void storeThatTakesWhateverIsPut_isFoundOut() throws Exception {
        puts = true;
        spins = 1_000;
        run(
                store -> new ForwardingStore<>(store) {
                    @Override
                    public boolean replace(Lease claim, Entry<Object> entry, Duration life, @Nullable Mark others) {
                        return put(claim.key(), entry, life);
                    }
                },
                true);
        assertThat(wrong).isPositive();
    }

    @Test
    void leasesThatDoNotTellThatTheyAreVoid_areFoundOut() throws Exception {
        spins = 1_000;
        run(NeverVoid::new, true);
        assertThat(wrong).isPositive();
    }
}
