package dev.memoized.impl.proof;

import static dev.memoized.impl.proof.Defect.CALLERS_STAGE_REMEMBERED;
import static dev.memoized.impl.proof.Defect.DEPENDANTS_BEFORE_REMOVE;
import static dev.memoized.impl.proof.Defect.FAILED_STAGE_REMEMBERED;
import static dev.memoized.impl.proof.Defect.NULL_IS_A_MISS;
import static dev.memoized.impl.proof.Defect.NULL_STAGE_LEAVES_FLIGHT;
import static dev.memoized.impl.proof.Defect.ONE_STAGE_FOR_ALL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.memoized.impl.engine.Terms;
import dev.memoized.impl.proof.Memoizing.Stages;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;

@Rule(
        number = "R7",
        says = "The same for stages: each caller holds a copy of its own, what the source brings is remembered, and the"
                + " flight is removed before dependants run.")
class R7StagesTest extends RuleChecks {
    private final List<CompletableFuture<Object>> sources = new ArrayList<>();
    private Stages method;

    /** Computations end when the check completes their source. */
    private void open(Memoizing memoizing) {
        method = memoizing.stages(Terms.standard(), arguments -> {
            sources.add(new CompletableFuture<>());
            return sources.get(sources.size() - 1);
        });
    }

    private CompletableFuture<Object> call() throws Exception {
        return method.call("k").toCompletableFuture();
    }

    private static Throwable failure(CompletableFuture<Object> stage) {
        assertThat(stage).isCompletedExceptionally();
        Throwable thrown = catchThrowable(stage::join);
        return thrown.getCause() == null ? thrown : thrown.getCause();
    }

    @Kills(ONE_STAGE_FOR_ALL)
    void C25_callerCancelsItsStage_theOthersAndTheSourceAreNotHarmed(Memoizing memoizing) throws Exception {
        open(memoizing);
        CompletableFuture<Object> leader = call();
        CompletableFuture<Object> follower = call();
        leader.cancel(true);
        assertThat(sources.get(0)).isNotDone();
        assertThat(follower).isNotDone();
        call().cancel(true);
        sources.get(0).complete("value");
        assertThat(follower).isCompletedWithValue("value");
        assertThat(call()).isCompletedWithValue("value");
    }

    @Kills({ONE_STAGE_FOR_ALL, CALLERS_STAGE_REMEMBERED})
    void C25_callersCompleteTheirStages_theSourcesValueIsRemembered(Memoizing memoizing) throws Exception {
        open(memoizing);
        CompletableFuture<Object> leader = call();
        CompletableFuture<Object> follower = call();
        leader.complete("the leader's");
        call().completeExceptionally(new IllegalStateException("a follower's"));
        sources.get(0).complete("value");
        assertThat(follower).isCompletedWithValue("value");
        assertThat(call()).isCompletedWithValue("value");
        assertThat(sources).hasSize(1);
    }

    @Kills(ONE_STAGE_FOR_ALL)
    void C25_callerOverwritesWhatItWasServed_nextCallerIsServedTheValue(Memoizing memoizing) throws Exception {
        open(memoizing);
        call();
        sources.get(0).complete("value");
        call().obtrudeValue("overwritten");
        call().obtrudeException(new IllegalStateException("overwritten"));
        assertThat(call()).isCompletedWithValue("value");
    }

    @Kills(NULL_STAGE_LEAVES_FLIGHT)
    void C26_nullInsteadOfAStage_isAFailureAndTheNextCallComputes(Memoizing memoizing) throws Exception {
        method = memoizing.stages(
                Terms.standard(),
                arguments -> computations.incrementAndGet() == 1 ? null : CompletableFuture.completedFuture("value-2"));
        assertThat(failure(call())).isInstanceOf(NullPointerException.class);
        assertThat(memoizing.flights()).isZero();
        assertThat(call()).isCompletedWithValue("value-2");
    }

    @Kills(NULL_IS_A_MISS)
    void C26_stageBringsNull_itIsRemembered(Memoizing memoizing) throws Exception {
        open(memoizing);
        CompletableFuture<Object> first = call();
        sources.get(0).complete(null);
        assertThat(first).isCompletedWithValue(null);
        assertThat(call()).isCompletedWithValue(null);
        assertThat(sources).hasSize(1);
    }

    @Kills(FAILED_STAGE_REMEMBERED)
    void C26_stageFailsLater_allGetTheFailureAndTheNextCallComputes(Memoizing memoizing) throws Exception {
        open(memoizing);
        Exception down = new Exception("down");
        List<CompletableFuture<Object>> present = List.of(call(), call(), call());
        sources.get(0).completeExceptionally(down);
        assertThat(present).allMatch(stage -> failure(stage) == down);
        CompletableFuture<Object> next = call();
        assertThat(sources).hasSize(2);
        sources.get(1).complete("value");
        assertThat(next).isCompletedWithValue("value");
    }

    @Kills({DEPENDANTS_BEFORE_REMOVE, FAILED_STAGE_REMEMBERED})
    void C26_dependantOfAFailureCallsAgain_itComputes(Memoizing memoizing) throws Exception {
        open(memoizing);
        AtomicReference<CompletableFuture<Object>> again = new AtomicReference<>();
        CompletableFuture<Object> first = call().exceptionallyCompose(down -> {
            again.set(next());
            return again.get();
        });
        sources.get(0).completeExceptionally(new IllegalStateException("down"));
        assertThat(sources).hasSize(2);
        assertThat(again.get()).isNotDone();
        sources.get(1).complete("value");
        assertThat(first).isCompletedWithValue("value");
    }

    private CompletableFuture<Object> next() {
        try {
            return call();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
