package dev.memoized.impl.engine;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jetbrains.lincheck.datastructures.ManagedStrategyGuaranteeKt.forClasses;

import dev.memoized.impl.context.ContextSnapshot;
import dev.memoized.impl.local.LocalBackend;
import dev.memoized.impl.plan.MethodPlan;
import dev.memoized.impl.proof.Race;
import dev.memoized.spi.CacheBackend;
import dev.memoized.spi.Entry;
import dev.memoized.spi.ForwardingStore;
import dev.memoized.spi.InvalidationMode;
import dev.memoized.spi.Lease;
import dev.memoized.spi.Mark;
import dev.memoized.spi.Namespace;
import dev.memoized.spi.ObjectBackend;
import dev.memoized.spi.Store;
import dev.memoized.spi.TimeSource;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.logging.Handler;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.jetbrains.kotlinx.lincheck.execution.ExecutionScenario;
import org.jetbrains.lincheck.LincheckAssertionError;
import org.jetbrains.lincheck.datastructures.IntGen;
import org.jetbrains.lincheck.datastructures.ModelCheckingOptions;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Param;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * A row of a table is written and then invalidated, while others read it through a memoized method: whatever threads do at
 * once, they see it as if there were no memory between. On JDK 17 only.
 */
@Tag("lincheck")
class EngineLincheckTest {
    private static final int ROUNDS = Integer.getInteger("memoized.rounds", 1);
    private static final Logger ROOT = Logger.getLogger("");
    private static final Handler[] HANDLERS = ROOT.getHandlers();

    /** Lincheck looks into all that an engine holds, and may not look into surefire's streams. */
    @BeforeAll
    static void removeHandlers() {
        Stream.of(HANDLERS).forEach(ROOT::removeHandler);
    }

    @AfterAll
    static void addHandlers() {
        Stream.of(HANDLERS).forEach(ROOT::addHandler);
    }

    @Test
    void keysInvalidatedWhileTheyAreComputed_noOldValueIsServedAfterwards() {
        options(2).check(Keys.class);
    }

    @Test
    void namespaceInvalidatedWhileItIsComputed_noOldValueIsServedAfterwards() {
        options(2).check(Marks.class);
    }

    @Test
    void storeThatPublishesWithoutALease_isFound() {
        isFound(
                Leaseless.class,
                Race.of(Keys.class).thread("read", 0).thread("write", 0).then("read", 0));
    }

    @Test
    void flightThatIsNotDetached_isFound() {
        isFound(
                Attached.class,
                Race.of(Keys.class)
                        .thread("read", 0)
                        .thread("write", 0)
                        .and("read", 0)
                        .then("read", 0));
    }

    private static void isFound(Class<?> planted, ExecutionScenario race) {
        options(0).addCustomScenario(race).check(Keys.class);
        assertThatThrownBy(() -> options(0).addCustomScenario(race).check(planted))
                .isInstanceOf(LincheckAssertionError.class);
    }

    private static ModelCheckingOptions options(int iterations) {
        return new ModelCheckingOptions()
                .threads(2)
                .actorsPerThread(3)
                .actorsBefore(1)
                .actorsAfter(2)
                .iterations(iterations * ROUNDS)
                .invocationsPerIteration(100)
                .minimizeFailedScenario(false)
                .addGuarantee(forClasses(EngineLincheckTest::hasNoSharedState)
                        .allMethods()
                        .ignore())
                .sequentialSpecification(Table.class);
    }

    /** Or is as good as its own proofs. */
    private static boolean hasNoSharedState(String type) {
        return type.startsWith("com.github.benmanes.caffeine.")
                || type.startsWith("dev.memoized.impl.key.")
                || type.startsWith("dev.memoized.impl.observe.")
                || type.startsWith("dev.memoized.impl.plan.")
                || type.equals("dev.memoized.impl.flight.StackReserve");
    }

    /** What it looks like without memory. */
    public static class Table {
        private final int[] rows = new int[2];

        /** Reads a row. */
        public int read(int key) {
            return rows[key];
        }

        /** Changes a row. */
        public void write(int key) {
            rows[key]++;
        }
    }

    /** Written rows are invalidated by their key. */
    @Param(name = "key", gen = IntGen.class, conf = "0:1")
    public static class Keys {
        private static final MethodPlan PLAN =
                Subject.plans(Subject.Plain.class, Terms.standard(), Terms.NAME).get(1);

        private final AtomicIntegerArray rows = new AtomicIntegerArray(2);
        private final Memoization memoization = new Memoization(new Seams(
                new FrozenTime(), seed -> 0, task -> {}, (place, name) -> {}, List.of(), key -> null, () -> null));
        final MemoizedMethod method = memoization.open(PLAN, backend(new LocalBackend(new FrozenTime())));

        /** May plant a bug. */
        ObjectBackend backend(ObjectBackend right) {
            return right;
        }

        @Operation
        public int read(@Param(name = "key") int key) throws Throwable {
            Object[] arguments = {key};
            return (Integer) memoization.engine().call(method, arguments, arguments, new TableDoor(rows));
        }

        @Operation
        public void write(@Param(name = "key") int key) {
            rows.incrementAndGet(key);
            invalidate(key);
        }

        void invalidate(int key) {
            method.memory()
                    .store()
                    .invalidate(PLAN.keyOf(new Object[] {key}, PLAN.context().nothing()));
        }
    }

    /** Written rows are invalidated by the mark of their namespace. */
    public static class Marks extends Keys {
        @Override
        void invalidate(int key) {
            method.memory().store().invalidate(Mark.namespace(Terms.NAME), InvalidationMode.HARD);
        }
    }

    /** A planted bug: what was computed is stored. */
    public static class Leaseless extends Keys {
        @Override
        ObjectBackend backend(ObjectBackend right) {
            return new Wrapped(right) {
                @Override
                public Store<Object> open(Namespace namespace) {
                    return new ForwardingStore<Object>(super.open(namespace)) {
                        @Override
                        public boolean publish(Lease lease, Entry<Object> entry, Duration life) {
                            return put(lease.key(), entry, life);
                        }
                    };
                }
            };
        }
    }

    /** A planted bug: a lease never says that it is void, so that those who come later join the flight. */
    public static class Attached extends Keys {
        @Override
        ObjectBackend backend(ObjectBackend right) {
            return new Wrapped(right) {
                @Override
                public Store<Object> open(Namespace namespace) {
                    return new NeverVoid(super.open(namespace));
                }
            };
        }
    }

    private abstract static class Wrapped implements ObjectBackend {
        private final ObjectBackend backend;

        Wrapped(ObjectBackend backend) {
            this.backend = backend;
        }

        @Override
        public Store<Object> open(Namespace namespace) {
            return backend.open(namespace);
        }

        @Override
        public Set<CacheBackend.Capability> capabilities() {
            return backend.capabilities();
        }
    }

    private record TableDoor(AtomicIntegerArray rows) implements Door<Object[]> {
        @Override
        public Object proceed(Object[] context) {
            return rows.get((Integer) context[0]);
        }

        @Override
        public Computation renewal(MethodPlan plan, Object key, ContextSnapshot snapshot, List<Object> arguments) {
            return () -> rows.get((Integer) arguments.get(0));
        }
    }

    private static final class FrozenTime implements TimeSource {
        @Override
        public long nanos() {
            return -5;
        }

        @Override
        public Instant now() {
            return Instant.EPOCH;
        }

        @Override
        public boolean await(CompletableFuture<?> future, Duration atMost) throws InterruptedException {
            try {
                future.get();
            } catch (ExecutionException failed) {
                throw new AssertionError(failed);
            }
            return true;
        }

        @Override
        public Runnable after(Duration delay, Runnable task) {
            return () -> {};
        }
    }
}
