package dev.memoized.impl.local;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jetbrains.lincheck.datastructures.ManagedStrategyGuaranteeKt.forClasses;

import dev.memoized.impl.proof.Race;
import dev.memoized.spi.Entry;
import dev.memoized.spi.InvalidationMode;
import dev.memoized.spi.Lease;
import dev.memoized.spi.LeaseAnswer;
import dev.memoized.spi.Mark;
import dev.memoized.spi.Namespace;
import dev.memoized.spi.ObjectBackend;
import dev.memoized.spi.Store;
import dev.memoized.spi.TaggedKey;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.jetbrains.kotlinx.lincheck.execution.ExecutionScenario;
import org.jetbrains.lincheck.LincheckAssertionError;
import org.jetbrains.lincheck.datastructures.BooleanGen;
import org.jetbrains.lincheck.datastructures.IntGen;
import org.jetbrains.lincheck.datastructures.ModelCheckingOptions;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Param;
import org.jetbrains.lincheck.datastructures.ThreadIdGen;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever threads do at once, the store answers as if they had done it one after the other: so a value computed before an
 * invalidation is never read after it has returned. On JDK 17 only.
 */
@Tag("lincheck")
class LocalStoreLincheckTest {
    private static final int ROUNDS = Integer.getInteger("memoized.rounds", 1);

    @Test
    void writesAtOnce_areAsOneAfterTheOther() {
        options(3).check(Writes.class);
    }

    @Test
    void leasesAtOnce_areAsOneAfterTheOther() {
        options(3).check(Leases.class);
    }

    @Test
    void marksAtOnce_areAsOneAfterTheOther() {
        options(3).check(Marks.class);
    }

    @Test
    void claimsAtOnce_areAsOneAfterTheOther() {
        options(3).check(Claims.class);
    }

    @Test
    void leaseThatIsCheckedBeforeTheStore_isFound() {
        isFound(
                CheckThenStore.class,
                Writes.class,
                Race.of(Writes.class).thread("publishFirst", 1).thread("delete").then("read"));
    }

    @Test
    void storeWithoutTurns_isFound(@TempDir Path folder) throws Exception {
        Turnless.source = new Defect(
                        "each turn has its own lock",
                        "Turn",
                        "this.lock = lock;\n        lock",
                        "this.lock = new java.util.concurrent.locks.ReentrantLock();\n        this.lock")
                .source(folder);
        isFound(
                Turnless.class,
                Writes.class,
                Race.of(Writes.class).thread("publishFirst", 1).thread("delete").then("read"));
    }

    @Test
    void claimThatIsCheckedBeforeTheMark_isFound(@TempDir Path folder) throws Exception {
        Hasty.source = new Defect(
                        "a claim is looked at before its turn is alone",
                        "Turn",
                        "scope.all().endTurn(stamp);\n        try {",
                        "boolean stood = stands.getAsBoolean();\n        scope.all().endTurn(stamp);\n        try {\n"
                                + "            stands = () -> stood;")
                .source(folder);
        isFound(
                Hasty.class,
                Replacing.class,
                Race.of(Replacing.class)
                        .thread("replaceFirst", 1)
                        .thread("hardMark")
                        .then("read"));
    }

    private static void isFound(Class<?> planted, Class<?> right, ExecutionScenario race) {
        options(0).addCustomScenario(race).check(right);
        assertThatThrownBy(() -> options(0).addCustomScenario(race).check(planted))
                .isInstanceOf(LincheckAssertionError.class);
    }

    private static ModelCheckingOptions options(int iterations) {
        return new ModelCheckingOptions()
                .threads(3)
                .actorsPerThread(2)
                .actorsBefore(1)
                .actorsAfter(1)
                .iterations(iterations * ROUNDS)
                .invocationsPerIteration(100)
                .minimizeFailedScenario(false)
                .addGuarantee(forClasses(name -> name.startsWith("com.github.benmanes.caffeine."))
                        .allMethods()
                        .ignore())
                .sequentialSpecification(StoreModel.class);
    }

    /** One key, for which a lease is out from the start. */
    @Param(name = "thread", gen = ThreadIdGen.class)
    @Param(name = "result", gen = IntGen.class, conf = "1:9")
    @Param(name = "exclusive", gen = BooleanGen.class)
    public static class Writes {
        static final TaggedKey KEY = new TaggedKey("key", Set.of("tag"));
        static final Duration LIFE = Duration.ofSeconds(1);

        final Store<Object> store = backend().open(new Namespace("books", "", 10, Object::toString));
        private final Lease first = ((LeaseAnswer.Granted<Object>) store.lease(KEY, LIFE, true)).lease();

        ObjectBackend backend() {
            return new LocalBackend(new FrozenTime());
        }

        @Operation
        public int read() {
            return code(store.read(KEY, -5));
        }

        @Operation
        public boolean publishFirst(@Param(name = "result") int result) {
            return stored(first, entry(result));
        }

        boolean stored(Lease lease, Entry<Object> entry) {
            return store.publish(lease, entry.asOf(lease.asOf()), LIFE);
        }

        @Operation
        public void put(@Param(name = "result") int result) {
            store.put(KEY, entry(result), LIFE);
        }

        @Operation
        public boolean delete() {
            return store.invalidate(KEY);
        }

        static Entry<Object> entry(int result) {
            return Entry.of(result, -5, KEY.tags());
        }

        static int code(Entry<Object> entry) {
            if (entry == null) {
                return StoreModel.NOTHING;
            }
            return (Integer) entry.value() + (entry.softlyInvalidated() ? StoreModel.SOFT : 0);
        }
    }

    /** And each thread may have one of its own. */
    public static class Leases extends Writes {
        private final Lease[] mine = new Lease[StoreModel.THREADS];

        @Operation
        public int lease(@Param(name = "thread") int thread, @Param(name = "exclusive") boolean exclusive) {
            LeaseAnswer<Object> answer = store.lease(KEY, LIFE, exclusive);
            if (answer instanceof LeaseAnswer.Granted<Object> granted) {
                mine[thread] = granted.lease();
                return code(answer.entry());
            }
            return StoreModel.BUSY + code(answer.entry());
        }

        @Operation
        public boolean publish(@Param(name = "thread") int thread, @Param(name = "result") int result) {
            return mine[thread] != null && stored(mine[thread], entry(result));
        }

        @Operation
        public void release(@Param(name = "thread") int thread) {
            if (mine[thread] != null) {
                store.release(mine[thread]);
            }
        }
    }

    /** And marks are raised. */
    public static class Marks extends Leases {
        @Operation
        public void hardMark() {
            store.invalidate(Mark.namespace("books"), InvalidationMode.HARD);
        }

        @Operation
        public void softMark() {
            store.invalidate(Mark.tag("tag"), InvalidationMode.SOFT);
        }
    }

    /** One key that is claimed from the start, to replace what it holds and to raise a mark with the same step. */
    @Param(name = "thread", gen = ThreadIdGen.class)
    @Param(name = "result", gen = IntGen.class, conf = "1:9")
    public static class Replacing {
        static final TaggedKey KEY = Writes.KEY;
        static final Duration LIFE = Writes.LIFE;
        static final Mark OTHERS = Mark.group("books", "others");

        final Store<Object> store = backend().open(new Namespace("books", "", 10, Object::toString));
        private final Lease first = store.claim(KEY, LIFE);

        ObjectBackend backend() {
            return new LocalBackend(new FrozenTime());
        }

        @Operation
        public int read() {
            return Writes.code(store.read(KEY, -5));
        }

        @Operation
        public boolean replaceFirst(@Param(name = "result") int result) {
            return store.replace(first, Writes.entry(result), LIFE, OTHERS);
        }

        @Operation
        public void hardMark() {
            store.invalidate(Mark.namespace("books"), InvalidationMode.HARD);
        }
    }

    /** And each thread may claim it, too. */
    public static class Claims extends Replacing {
        private final Lease[] mine = new Lease[StoreModel.THREADS];

        @Operation
        public void claim(@Param(name = "thread") int thread) {
            mine[thread] = store.claim(KEY, LIFE);
        }

        @Operation
        public boolean replace(@Param(name = "thread") int thread, @Param(name = "result") int result) {
            return mine[thread] != null && store.replace(mine[thread], Writes.entry(result), LIFE, null);
        }

        @Operation
        public boolean delete() {
            return store.invalidate(KEY);
        }
    }

    /** A planted bug in the store itself. */
    public static class Hasty extends Replacing {
        static Defect.Source source;

        @Override
        ObjectBackend backend() {
            return source.backend(new FrozenTime(), 3);
        }
    }

    /** A planted bug: between the check and the store everything may happen. */
    public static class CheckThenStore extends Writes {
        @Override
        boolean stored(Lease lease, Entry<Object> entry) {
            return !lease.isVoid() && store.put(KEY, entry, LIFE);
        }
    }

    /** A planted bug in the store itself. */
    public static class Turnless extends Writes {
        static Defect.Source source;

        @Override
        ObjectBackend backend() {
            return source.backend(new FrozenTime(), 3);
        }
    }
}
