package dev.memoized.impl.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.memoized.CacheIf;
import dev.memoized.CacheInvalidate;
import dev.memoized.CachePut;
import dev.memoized.Memoized;
import dev.memoized.MemoizedCall;
import dev.memoized.VersionSource;
import dev.memoized.impl.context.ContextSnapshot;
import dev.memoized.impl.engine.Changes.Changing;
import dev.memoized.impl.engine.Transactions.Ending;
import dev.memoized.impl.local.LeasesOut;
import dev.memoized.impl.local.LocalBackend;
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
import dev.memoized.testing.HandExecutor;
import dev.memoized.testing.ManualClock;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * What becomes of a result that is to be remembered. Kills "the result is stored whatever was dropped while the method
 * ran", "the last of two results is stored", "readers wait for the method", "a rolled back result is stored", and "a claim
 * stays out".
 */
@Timeout(60)
class PutTest {
    private static final AtomicLong VERSION = new AtomicLong();

    private final ManualClock clock = new ManualClock();
    private final HandTransactions transactions = new HandTransactions();
    private final LocalBackend local = new LocalBackend(clock);
    private final Map<String, Object> database = new ConcurrentHashMap<>(Map.of("k", "old"));
    private Runnable inside = () -> {};
    private final AtomicInteger replaced = new AtomicInteger();
    private boolean broken;
    private boolean unclaimable;
    private final Memoization memoization = new Memoization(
            new Seams(
                    clock,
                    seed -> 0,
                    new HandExecutor(),
                    (place, name) -> {},
                    List.of(),
                    key -> null,
                    new TestRequests()),
            List.of(),
            this::entrances,
            transactions);
    private final Map<String, MemoizedMethod> methods = Stream.of(
                    "read", "count", "present", "versioned", "tagged", "odd")
            .collect(Collectors.toMap(name -> name, name -> memoization.open(plan(name), new Half())));

    /** A backend that can be told to fail. */
    private final class Half implements ObjectBackend {
        @Override
        public Store<Object> open(Namespace namespace) {
            return new ForwardingStore<>(local.open(namespace)) {
                @Override
                public @Nullable Lease claim(Object key, Duration life) {
                    return unclaimable ? null : super.claim(key, life);
                }

                @Override
                public boolean replace(Lease claim, Entry<Object> entry, Duration life, @Nullable Mark others) {
                    boolean stored = super.replace(claim, entry, life, others);
                    replaced.addAndGet(stored ? 1 : 0);
                    if (broken) {
                        throw new IllegalStateException("answer lost");
                    }
                    return stored;
                }
            };
        }

        @Override
        public Set<Capability> capabilities() {
            return local.capabilities();
        }
    }

    /** A version that everybody can change. */
    public static class Number implements VersionSource {
        @Override
        public Object version(MemoizedCall call) {
            return VERSION.get();
        }
    }

    /** A condition that does not take one value. */
    public static class Odd implements CacheIf {
        @Override
        public boolean test(MemoizedCall call, @Nullable Object result) {
            if ("odd".equals(result)) {
                throw new AssertionError("odd");
            }
            return true;
        }
    }

    /** What is called. */
    static class Books {
        @Memoized(name = "put.read")
        String read(String key) {
            return key;
        }

        @Memoized(name = "put.count")
        int count(String key) {
            return 1;
        }

        @Memoized(name = "put.present", cacheIf = CacheIf.Present.class)
        String present(String key) {
            return key;
        }

        @Memoized(name = "put.versioned", versionedBy = Number.class)
        String versioned(String key) {
            return key;
        }

        @Memoized(name = "put.tagged", tags = "row:{0}")
        String tagged(String key) {
            return key;
        }

        @Memoized(name = "put.odd", cacheIf = Odd.class)
        String odd(String key) {
            return key;
        }

        @CachePut(name = "put.odd", key = "0")
        String writeOdd(String key) {
            return key;
        }

        @CachePut(name = "put.read", key = "0")
        String write(String key) {
            return key;
        }

        @CachePut(name = "put.count", key = "0")
        Integer writeCount(String key) {
            return 1;
        }

        @CachePut(name = "put.present", key = "0")
        String writePresent(String key) {
            return key;
        }

        @CachePut(name = "put.versioned", key = "0")
        String writeVersioned(String key) {
            return key;
        }

        @CachePut(name = "put.tagged", key = "0")
        String writeTagged(String key) {
            return key;
        }

        @CachePut(name = "put.read", key = "0.name")
        String writeNamed(Named named) {
            return named.name;
        }

        @CacheInvalidate(name = "put.read", key = "0")
        void drop(String key) {}
    }

    /** An argument that a method may change. */
    static final class Named {
        public String name = "k";
    }

    private static Method method(String name) {
        return Stream.of(Books.class.getDeclaredMethods())
                .filter(each -> each.getName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static MethodPlan plan(String name) {
        Method method = method(name);
        Declaration declaration =
                new Declaration(Books.class, method, method.getAnnotation(Memoized.class), false, List.of());
        return MethodPlan.complete(PlanDraft.read(declaration, key -> null, new Problems()), Instances.byConstructor());
    }

    private List<Entrance> entrances() {
        return methods.values().stream()
                .map(method -> new Entrance(method, door))
                .toList();
    }

    private final Door<String> door = new Door<>() {
        @Override
        public Object proceed(String context) {
            Object value = database.get("k");
            inside.run();
            return value;
        }

        @Override
        public Computation renewal(
                MethodPlan plan, Object key, ContextSnapshot snapshot, List<@Nullable Object> arguments) {
            return () -> database.get("k");
        }
    };

    @AfterEach
    void nobodyHoldsAClaim() {
        inside = () -> {};
        methods.keySet()
                .forEach(name -> assertThat(LeasesOut.of(local, "put." + name)).isZero());
    }

    private Object read(String name) {
        try {
            return String.valueOf(memoization.engine().call(methods.get(name), new Object[] {"k"}, name, door));
        } catch (Throwable failure) {
            throw new AssertionError(failure);
        }
    }

    private Object read() {
        return read("read");
    }

    private Changing begin(String method, Object argument) {
        return memoization
                .changes()
                .begin(
                        ChangeReader.read(Books.class, method(method), Marks.of(method(method)), new Problems()),
                        List.of(argument));
    }

    private void put(String method, @Nullable Object value) {
        begin(method, "k").succeeded(value);
    }

    private void assertRemembers(Object value) {
        database.put("k", "computed");
        assertThat(read()).isEqualTo(value);
    }

    private void assertRemembersNothing() {
        assertRemembers("computed");
    }

    @Test
    void result_isWhatTheNextCallGets() {
        assertThat(read()).isEqualTo("old");
        put("write", "new");
        assertRemembers("new");
    }

    @Test
    void resultOfAColdKey_isRemembered() {
        put("write", "new");
        assertRemembers("new");
    }

    @Test
    void result_isAsOldAsTheCallOfTheMethod() throws Exception {
        Changing changing = begin("write", "k");
        clock.advance(Duration.ofMinutes(4));
        changing.succeeded("new");
        clock.advance(Duration.ofSeconds(59));
        assertThat(memoization.observe(this::read).age()).isEqualTo(Duration.ofSeconds(299));
        assertThat(read()).isEqualTo("new");
        clock.advance(Duration.ofSeconds(2));
        assertRemembersNothing();
    }

    @Test
    void methodThatFails_leavesWhatIsThere() throws Throwable {
        read();
        Changing changing = begin("write", "k");
        assertThatThrownBy(() -> changing.run(() -> {
                    throw new IllegalStateException("not saved");
                }))
                .hasMessage("not saved");
        assertRemembers("old");
    }

    @Test
    void methodThatSaysNothingWasModified_hasFailedAndLeavesWhatIsThere() throws Throwable {
        read();
        Changing changing = begin("write", "k");
        assertThatThrownBy(() -> changing.run(() -> {
                    assertThat(memoization.currentComputation().remembered()).isEmpty();
                    memoization.currentComputation().notModified();
                    return "new";
                }))
                .isExactlyInstanceOf(IllegalStateException.class)
                .hasMessageContaining("MEMO0357");
        assertRemembers("old");
    }

    @Test
    void readers_doNotWaitForTheMethod_andItsResultReplacesTheirs() {
        Changing changing = begin("write", "k");
        assertThat(read()).isEqualTo("old");
        changing.succeeded("new");
        assertRemembers("new");
    }

    @Test
    void computationFromBefore_isNotStoredOverTheResult() {
        inside = () -> put("write", "new");
        assertThat(read()).isEqualTo("old");
        inside = () -> {};
        assertRemembers("new");
    }

    @Test
    void resultFromBeforeADrop_isNotStored() {
        Changing changing = begin("write", "k");
        put("drop", null);
        changing.succeeded("before the drop");
        assertRemembersNothing();
    }

    @Test
    void resultFromBeforeAMark_isNotStored() {
        Changing changing = begin("writeTagged", "k");
        memoization.invalidations().raise(methods.get("tagged"), Mark.tag("row:k"), InvalidationMode.SOFT);
        changing.succeeded("before the mark");
        assertThat(read("tagged")).isEqualTo("old");
    }

    @Test
    void ofTwoAtOnce_neitherCanBeKnownToBeTheLast() {
        Changing first = begin("write", "k");
        Changing second = begin("write", "k");
        second.succeeded("second");
        assertThat(read()).isEqualTo("second");
        first.succeeded("first");
        assertRemembersNothing();
    }

    @Test
    void oneAfterTheOther_theLastIsRemembered() {
        put("write", "first");
        put("write", "second");
        assertRemembers("second");
    }

    @Test
    void argumentThatTheMethodChanges_isNotTakenForTheKey() {
        read();
        Named named = new Named();
        Changing changing = begin("writeNamed", named);
        named.name = "other";
        changing.succeeded("of which?");
        assertRemembersNothing();
    }

    @Test
    void nullForAPrimitive_isNotRemembered() {
        database.put("k", 5);
        put("writeCount", 3);
        assertThat(read("count")).isEqualTo("3");
        put("writeCount", null);
        assertThat(read("count")).isEqualTo("5");
    }

    @Test
    void resultThatIsNotToBeStored_dropsTheOld() {
        assertThat(read("present")).isEqualTo("old");
        put("writePresent", null);
        database.put("k", "computed");
        assertThat(read("present")).isEqualTo("computed");
    }

    @Test
    void conditionThatBreaks_dropsTheOld_andTheCallerLearnsNothing() {
        assertThat(read("odd")).isEqualTo("old");
        put("writeOdd", "odd");
        database.put("k", "computed");
        assertThat(read("odd")).isEqualTo("computed");
    }

    @Test
    void null_isAResult() {
        put("write", null);
        assertRemembers("null");
    }

    @Test
    void version_isThatOfBefore() {
        put("writeVersioned", "first");
        assertThat(read("versioned")).isEqualTo("first");
        Changing changing = begin("writeVersioned", "k");
        VERSION.incrementAndGet();
        changing.succeeded("second");
        assertThat(read("versioned")).as("outdated").isEqualTo("old");
    }

    @Test
    void whatTheMethodSaysOfItsResult_isHeard() throws Throwable {
        Changing changing = begin("write", "k");
        Object result = changing.run(() -> {
            memoization.currentComputation().tag("said");
            return "new";
        });
        changing.succeeded(result);
        assertThat(read()).isEqualTo("new");
        memoization.invalidations().raise(methods.get("read"), Mark.tag("said"), InvalidationMode.HARD);
        assertRemembersNothing();
    }

    @Test
    void resultThatTheMethodDoesNotWantStored_dropsTheOld() throws Throwable {
        assertThat(read()).isEqualTo("old");
        Changing changing = begin("write", "k");
        changing.succeeded(changing.run(() -> {
            memoization.currentComputation().doNotStore();
            return "new";
        }));
        assertRemembersNothing();
    }

    @Test
    void answerThatIsLost_dropsTheEntry() {
        assertThat(read()).isEqualTo("old");
        broken = true;
        put("write", "new");
        broken = false;
        assertRemembersNothing();
    }

    @Test
    void backendThatCannotTell_dropsTheEntry() {
        assertThat(read()).isEqualTo("old");
        unclaimable = true;
        put("write", "new");
        assertRemembersNothing();
    }

    @Test
    void C12_untilTheCommit_othersAreServedTheOld_andThenTheResult() {
        assertThat(read()).isEqualTo("old");
        transactions.begin();
        put("write", "new");
        database.put("k", "new");
        assertThat(read()).as("inside").isEqualTo("new");
        transactions.suspending(() -> assertThat(read()).as("outside").isEqualTo("old"));
        transactions.end(true);
        assertRemembers("new");
    }

    @Test
    void C12_rolledBackResult_isForgotten() {
        assertThat(read()).isEqualTo("old");
        transactions.begin();
        put("write", "new");
        transactions.end(false);
        assertRemembers("old");
    }

    @Test
    void transactionOfUnknownEnd_dropsTheEntry() {
        assertThat(read()).isEqualTo("old");
        transactions.begin();
        put("write", "new");
        transactions.end(Ending.UNKNOWN);
        assertRemembersNothing();
    }

    @Test
    void transactionThatCanOnlyBeRolledBack_storesNothing() {
        assertThat(read()).isEqualTo("old");
        transactions.begin();
        Changing changing = begin("write", "k");
        transactions.markRollback();
        changing.succeeded("new");
        put("write", "newer");
        transactions.end(false);
        assertRemembers("old");
    }

    @Test
    void twoResultsOfOneTransaction_theLastIsRemembered() {
        assertThat(read()).isEqualTo("old");
        transactions.begin();
        put("write", "first");
        put("write", "second");
        transactions.end(true);
        assertRemembers("second");
    }

    @Test
    void resultThatItsTransactionDropsAgain_isNeverStored() {
        transactions.begin();
        put("write", "first");
        put("drop", null);
        transactions.end(true);
        assertRemembersNothing();
        assertThat(replaced).hasValue(0);
    }

    @Test
    void stage_isRememberedWhenItHasCompleted_orFailed() {
        Changing changing = begin("write", "k");
        changing.completed("new");
        Changing failing = begin("write", "k");
        failing.failed();
        assertRemembers("new");
    }
}
