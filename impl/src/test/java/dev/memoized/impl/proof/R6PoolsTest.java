package dev.memoized.impl.proof;

import static dev.memoized.impl.proof.Defect.FOREGROUND_ON_THE_POOL;
import static dev.memoized.impl.proof.Defect.QUEUED_RENEWAL_IS_WAITED_FOR;
import static dev.memoized.impl.proof.Defect.REFRESH_PER_CALLER;
import static dev.memoized.impl.proof.Defect.STALE_VALUE_BLOCKS_CALLER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.memoized.RefreshEvent;
import dev.memoized.impl.engine.Terms;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

@Rule(
        number = "R6",
        says =
                "Nobody waits for a task that is queued: a pool of one thread, which the application uses too, is enough,"
                        + " and so is none.")
class R6PoolsTest extends RuleChecks {
    private final CountDownLatch inside = new CountDownLatch(1);
    private final CountDownLatch go = new CountDownLatch(1);

    /** With a pool of one thread, whose tasks have ended when the check has. */
    private static void onOneThread(Memoizing memoizing, Use use) throws Exception {
        ExecutorService pool = Executors.newSingleThreadExecutor(task -> {
            Thread thread = new Thread(task, "only");
            thread.setDaemon(true);
            return thread;
        });
        memoizing.renewOn(pool);
        try {
            use.of(pool);
            pool.shutdown();
            assertThat(pool.awaitTermination(LIMIT.toSeconds(), TimeUnit.SECONDS))
                    .isTrue();
        } finally {
            pool.shutdownNow();
        }
    }

    @FunctionalInterface
    private interface Use {
        void of(ExecutorService pool) throws Exception;
    }

    /** Keeps the thread busy until told to go on; what is handed over meanwhile is queued. */
    private <T> Future<T> occupy(ExecutorService pool, Callable<T> then) throws InterruptedException {
        Future<T> task = pool.submit(() -> {
            inside.countDown();
            go.await();
            return then.call();
        });
        inside.await();
        return task;
    }

    @Kills({QUEUED_RENEWAL_IS_WAITED_FOR, FOREGROUND_ON_THE_POOL})
    void C28_taskOfThePoolNeedsWhatIsQueuedBehindIt_itComputesItself(Memoizing memoizing) throws Exception {
        onOneThread(memoizing, pool -> {
            memoizing.open(Terms.twoLimits(), counting());
            memoizing.call("k");
            Future<Object> task = occupy(pool, () -> memoizing.call("k"));
            memoizing.advance(11);
            assertThat(memoizing.call("k")).isEqualTo("value-1");
            memoizing.advance(50);
            go.countDown();
            assertThat(task.get()).isEqualTo("value-2");
        });
        assertThat(memoizing.listener().refreshEvents()).containsExactly(RefreshEvent.SKIPPED);
        assertThat(memoizing.call("k")).isEqualTo("value-2");
    }

    @Kills(FOREGROUND_ON_THE_POOL)
    void C28_poolIsBusy_coldCallsComputeOnTheirCallers(Memoizing memoizing) throws Exception {
        onOneThread(memoizing, pool -> {
            memoizing.open(Terms.twoLimits(), arguments -> Thread.currentThread());
            Future<Object> task = occupy(pool, () -> memoizing.call("pool's"));
            assertThat(memoizing.call("caller's")).isSameAs(Thread.currentThread());
            go.countDown();
            assertThat(task.get()).isNotSameAs(Thread.currentThread());
        });
    }

    @Kills({QUEUED_RENEWAL_IS_WAITED_FOR, FOREGROUND_ON_THE_POOL})
    void C29_renewalsThatCallEachOtherOnOneThread_end(Memoizing memoizing) throws Exception {
        onOneThread(memoizing, pool -> {
            memoizing.open(
                    Terms.twoLimits(),
                    arguments -> arguments[0] + "" + computations.incrementAndGet()
                            + (arguments[0].equals("a") ? memoizing.call("b") : ""));
            assertThat(memoizing.call("a")).isEqualTo("a1b2");
            Future<Object> task = occupy(pool, () -> "begun");
            memoizing.advance(11);
            assertThat(memoizing.call("a")).isEqualTo("a1b2");
            assertThat(memoizing.call("b")).isEqualTo("b2");
            memoizing.advance(50);
            go.countDown();
            task.get();
        });
        assertThat(memoizing.call("a")).isEqualTo("a3b4");
    }

    @Kills({REFRESH_PER_CALLER, STALE_VALUE_BLOCKS_CALLER})
    void C29_manyStaleKeysAndOneThread_allAreServedAtOnceAndRenewedOnce(Memoizing memoizing) throws Exception {
        int keys = 100;
        onOneThread(memoizing, pool -> {
            memoizing.open(Terms.twoLimits(), arguments -> arguments[0] + "-" + computations.incrementAndGet());
            for (int key = 0; key < keys; key++) {
                memoizing.call(key);
            }
            memoizing.advance(11);
            Future<Object> task = occupy(pool, () -> "begun");
            for (int round = 0; round < 2; round++) {
                for (int key = 0; key < keys; key++) {
                    assertThat(memoizing.call(key)).isEqualTo(key + "-" + (key + 1));
                }
            }
            go.countDown();
            task.get();
        });
        assertThat(computations).hasValue(2 * keys);
        assertThat(memoizing.listener().refreshEvents()).hasSize(2 * keys);
        assertThat(memoizing.listener().count(RefreshEvent.SUCCEEDED)).isEqualTo(keys);
    }

    @Kills(REFRESH_PER_CALLER)
    void C29_executorRunsOnTheCaller_renewalThatCallsItsOwnKeyIsServedStale(Memoizing memoizing) throws Exception {
        memoizing.renewOn(Runnable::run);
        memoizing.open(
                Terms.twoLimits(),
                arguments -> computations.incrementAndGet() == 1 ? "one" : "two after " + memoizing.call("k"));
        memoizing.call("k");
        memoizing.advance(11);
        assertThat(memoizing.call("k")).isEqualTo("one");
        assertThat(memoizing.call("k")).isEqualTo("two after one");
        assertThat(memoizing.listener().refreshEvents()).containsExactly(RefreshEvent.STARTED, RefreshEvent.SUCCEEDED);
    }
}
