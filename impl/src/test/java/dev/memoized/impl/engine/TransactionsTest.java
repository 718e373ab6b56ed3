package dev.memoized.impl.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.memoized.CacheInvalidate;
import dev.memoized.CacheInvalidate.When;
import dev.memoized.Memoized;
import dev.memoized.impl.config.Settings;
import dev.memoized.impl.context.ContextSnapshot;
import dev.memoized.impl.engine.Changes.Changing;
import dev.memoized.impl.local.LocalBackend;
import dev.memoized.impl.plan.ChangeReader;
import dev.memoized.impl.plan.Declaration;
import dev.memoized.impl.plan.Instances;
import dev.memoized.impl.plan.MethodPlan;
import dev.memoized.impl.plan.PlanDraft;
import dev.memoized.impl.plan.Problems;
import dev.memoized.testing.HandExecutor;
import dev.memoized.testing.ManualClock;
import java.lang.reflect.Method;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * What transactions make of invalidations. Kills "dropped when the method returns, whatever the transaction does", "dropped
 * although it was rolled back", "a transaction is served what it has changed", and "what a transaction computes is stored".
 */
@Timeout(60)
class TransactionsTest {
    private final ManualClock clock = new ManualClock();
    private final HandTransactions transactions = new HandTransactions();
    private final LocalBackend backend = new LocalBackend(clock);
    private final Row row = new Row();
    private Runnable inside = () -> {};
    private final Memoization memoization = new Memoization(
            new Seams(
                    clock,
                    seed -> 0,
                    new HandExecutor(),
                    (place, name) -> {},
                    List.of(),
                    (Settings) key -> null,
                    new TestRequests()),
            List.of(),
            () -> List.of(entrance("read"), entrance("tagged")),
            transactions);
    private final MemoizedMethod read = memoization.open(plan("read"), backend);
    private final MemoizedMethod tagged = memoization.open(plan("tagged"), backend);

    /** A row of a database: what this thread sees of it. */
    private static final class Row {
        private String committed = "old";
        private @Nullable String mine;

        String seen() {
            return mine == null ? committed : mine;
        }
    }

    /** What is called. */
    static class Books {
        @Memoized(name = "tx.read")
        String read(String key) {
            return key;
        }

        @Memoized(name = "tx.tagged")
        String tagged(String key) {
            return key;
        }

        @CacheInvalidate(name = "tx.read", key = "0")
        void write(String key) {}

        @CacheInvalidate(name = "tx.read", key = "0", when = When.AFTER_SUCCESS)
        void writeAtOnce(String key) {}

        @CacheInvalidate(tags = "row:{0}")
        void writeTagged(String key) {}
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

    private Entrance entrance(String name) {
        return new Entrance(name.equals("read") ? read : tagged, door);
    }

    private final Door<Object> door = new Door<>() {
        @Override
        public Object proceed(Object context) {
            return compute(context);
        }

        @Override
        public Computation renewal(
                MethodPlan plan, Object key, ContextSnapshot snapshot, List<@Nullable Object> arguments) {
            return () -> compute(plan.name());
        }
    };

    private Object compute(Object context) {
        if (context.equals("tagged")) {
            memoization.currentComputation().tag("row:k");
        }
        inside.run();
        return row.seen();
    }

    private Object read() {
        return call(read, "read");
    }

    private Object tagged() {
        return call(tagged, "tagged");
    }

    private Object call(MemoizedMethod method, String context) {
        try {
            return String.valueOf(memoization.engine().call(method, new Object[] {"k"}, context, door));
        } catch (Throwable failure) {
            throw new AssertionError(failure);
        }
    }

    private Changing begin(String name) {
        Method changing = method(name);
        return memoization
                .changes()
                .begin(ChangeReader.read(Books.class, changing, Marks.of(changing), new Problems()), List.of("k"));
    }

    private void write(String method) {
        Changing changing = begin(method);
        row.mine = "new";
        changing.succeeded("new");
    }

    private void commit() {
        row.committed = row.seen();
        row.mine = null;
        transactions.end(true);
    }

    private void rollback() {
        row.mine = null;
        transactions.end(false);
    }

    @Test
    void C12_transactionBypassesWhatItNamed_othersAreServedTheCommitted() {
        assertThat(read()).isEqualTo("old");
        transactions.begin();
        write("write");
        assertThat(read()).as("inside").isEqualTo("new");
        transactions.suspending(() -> {
            row.mine = null;
            assertThat(read()).as("outside, before the commit").isEqualTo("old");
            row.mine = "new";
        });
        commit();
        assertThat(read()).as("after it").isEqualTo("new");
    }

    @Test
    void C12_rolledBackTransaction_leavesNothing() {
        transactions.begin();
        write("write");
        assertThat(read()).isEqualTo("new");
        rollback();
        assertThat(read()).isEqualTo("old");
    }

    @Test
    void C12_readerThatRefillsBeforeTheCommit_isNotServedThatAfterIt() {
        transactions.begin();
        write("write");
        refillOutside();
        commit();
        assertThat(read()).isEqualTo("new");
    }

    private void refillOutside() {
        transactions.suspending(() -> {
            row.mine = null;
            assertThat(read()).as("outside, before the commit").isEqualTo("old");
            row.mine = "new";
        });
    }

    @Test
    void C12_readerThatComputesAcrossTheCommit_storesNothing() {
        transactions.begin();
        write("write");
        transactions.suspending(() -> {
            row.mine = null;
            inside = this::commitMeanwhile;
            assertThat(read()).as("what it saw").isEqualTo("new");
        });
        row.committed = "changed by nobody";
        assertThat(read()).isEqualTo("changed by nobody");
    }

    private void commitMeanwhile() {
        inside = () -> {};
        row.mine = "new";
        transactions.resuming(this::commit);
    }

    @Test
    void rolledBackTransaction_dropsNothing() {
        assertThat(read()).isEqualTo("old");
        transactions.begin();
        write("write");
        rollback();
        row.committed = "changed by nobody";
        assertThat(read()).isEqualTo("old");
    }

    @Test
    void C12_valueUnderATagFromInside_isBypassedToo() {
        transactions.begin();
        write("writeTagged");
        assertThat(tagged()).isEqualTo("new");
        rollback();
        assertThat(tagged()).isEqualTo("old");
        transactions.begin();
        write("writeTagged");
        assertThat(tagged()).as("remembered, and of the tag").isEqualTo("new");
        commit();
        assertThat(tagged()).isEqualTo("new");
    }

    @Test
    void whatIsKnownBefore_isBypassedWhileTheMethodRuns() {
        assertThat(read()).isEqualTo("old");
        transactions.begin();
        Changing changing = begin("write");
        row.mine = "new";
        assertThat(read()).isEqualTo("new");
        changing.succeeded(null);
        commit();
    }

    @Test
    void methodThatFails_changesNothing() {
        assertThat(read()).isEqualTo("old");
        transactions.begin();
        begin("write");
        commit();
        row.committed = "changed by nobody";
        assertThat(read()).isEqualTo("old");
    }

    @Test
    void afterSuccess_doesNotWaitForTheCommit() {
        assertThat(read()).isEqualTo("old");
        transactions.begin();
        write("writeAtOnce");
        row.mine = "other";
        assertThat(read()).isEqualTo("other");
        rollback();
        assertThat(read()).as("the price").isEqualTo("other");
    }

    @Test
    void transactionThatCanOnlyBeRolledBack_changesNothing() {
        assertThat(read()).isEqualTo("old");
        transactions.begin();
        transactions.markRollback();
        write("write");
        rollback();
        row.committed = "changed by nobody";
        assertThat(read()).isEqualTo("old");
    }

    @Test
    void stageThatCompletesElsewhere_belongsToTheTransactionInWhichItBegan() {
        assertThat(read()).isEqualTo("old");
        transactions.begin();
        Changing changing = begin("write");
        row.mine = "new";
        transactions.suspending(() -> changing.completed(null));
        transactions.suspending(() -> {
            row.mine = null;
            assertThat(read()).as("before the commit").isEqualTo("old");
            row.mine = "new";
        });
        commit();
        assertThat(read()).isEqualTo("new");
    }

    @Test
    void stageThatCompletesAfterTheCommit_dropsAtOnce_andAfterARollbackNothing() {
        assertThat(read()).isEqualTo("old");
        transactions.begin();
        Changing changing = begin("write");
        row.mine = "new";
        commit();
        transactions.begin();
        changing.completed(null);
        assertThat(read()).as("in another one, still under way").isEqualTo("new");
        rollback();
        transactions.begin();
        Changing lost = begin("write");
        rollback();
        lost.completed(null);
        row.committed = "changed by nobody";
        assertThat(read()).isEqualTo("new");
    }

    @Test
    void computationThatNamesItsOwnEntry_isNotStored() {
        transactions.begin();
        inside = () -> write("write");
        assertThat(read()).isEqualTo("new");
        inside = () -> {};
        rollback();
        assertThat(read()).isEqualTo("old");
    }

    @Test
    void withoutTransaction_theChangeIsMadeAtOnce() {
        assertThat(read()).isEqualTo("old");
        write("write");
        assertThat(read()).isEqualTo("new");
    }
}
