package dev.memoized.tck.behaviour;

import static dev.memoized.Outcome.COMPUTED;
import static dev.memoized.Outcome.FAILED;
import static dev.memoized.Outcome.FRESH;
import static dev.memoized.Outcome.JOINED;
import static dev.memoized.Outcome.STALE;
import static dev.memoized.RefreshEvent.STARTED;
import static dev.memoized.RefreshEvent.SUCCEEDED;
import static dev.memoized.tck.behaviour.StageViews.failureOf;
import static dev.memoized.tck.behaviour.StageViews.isDone;
import static dev.memoized.tck.behaviour.StageViews.resultOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.memoized.RefreshEvent;
import dev.memoized.tck.Deployed;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Results that come later: the same rules, and no thread waits. */
@Timeout(60)
class StagesTest {
    @RegisterExtension
    static final Deployed app = Deployed.with(StagesLoader.class);

    private final StagesLoader loader = app.get(StagesLoader.class);
    private final String key = app.key();
    private final String first = key + "#1";
    private final String second = key + "#2";

    @Test
    void callers_of_a_running_stage_share_its_computation() {
        CompletionStage<String> leader = loader.load(key);
        CompletionStage<String> follower = loader.load(key);
        assertThat(isDone(leader) || isDone(follower)).isFalse();
        loader.complete(first);
        assertThat(resultOf(leader)).isEqualTo(first);
        assertThat(resultOf(follower)).isEqualTo(first);
        assertThat(app.outcomes()).containsExactlyInAnyOrder(COMPUTED, JOINED);
        assertThat(loader.body().count(key)).isOne();
    }

    @Test
    void completed_value_is_remembered_and_served_as_a_completed_stage() {
        CompletionStage<String> computed = loader.load(key);
        loader.complete(first);
        CompletionStage<String> hit = loader.load(key);
        assertThat(resultOf(hit)).isEqualTo(first);
        assertThat(hit).isNotSameAs(computed).isNotSameAs(loader.load(key));
        assertThat(app.outcomes()).containsExactly(COMPUTED, FRESH, FRESH);
    }

    @Test
    void stage_that_was_complete_from_the_start_is_remembered() {
        assertThat(resultOf(loader.complete())).isEqualTo(resultOf(loader.complete()));
        assertThat(app.outcomes()).containsExactly(COMPUTED, FRESH);
    }

    @Test
    void stage_of_null_is_a_value() {
        CompletionStage<@Nullable String> computed = loader.load(key);
        loader.completeWithNull(first);
        assertThat(resultOf(computed)).isNull();
        assertThat(resultOf(loader.load(key))).isNull();
        assertThat(app.outcomes()).containsExactly(COMPUTED, FRESH);
    }

    @Test
    void caller_that_cancels_harms_nobody() {
        CompletionStage<String> leader = loader.load(key);
        CompletionStage<String> follower = loader.load(key);
        assertThat(leader.toCompletableFuture().cancel(true)).isTrue();
        loader.complete(first);
        assertThat(resultOf(follower)).isEqualTo(first);
        assertThat(resultOf(loader.load(key))).isEqualTo(first);
    }

    @Test
    void caller_that_overwrites_its_copy_harms_nobody() {
        CompletionStage<String> leader = loader.load(key);
        loader.complete(first);
        leader.toCompletableFuture().obtrudeValue("mine");
        CompletionStage<String> hit = loader.load(key);
        hit.toCompletableFuture().obtrudeException(new IllegalStateException());
        assertThat(resultOf(loader.load(key))).isEqualTo(first);
    }

    @Test
    void caller_that_completes_its_copy_early_harms_nobody() {
        CompletionStage<String> leader = loader.load(key);
        CompletionStage<String> follower = loader.load(key);
        leader.toCompletableFuture().complete("mine");
        assertThat(isDone(follower)).isFalse();
        loader.complete(first);
        assertThat(resultOf(follower)).isEqualTo(first);
    }

    @Test
    void failure_goes_to_all_present_callers_and_is_not_remembered() {
        RuntimeException failure = new IllegalStateException("late");
        CompletionStage<String> leader = loader.load(key);
        CompletionStage<String> follower = loader.load(key);
        loader.fail(first, failure);
        assertThat(failureOf(() -> leader)).isSameAs(failure);
        assertThat(failureOf(() -> follower)).isSameAs(failure);
        CompletionStage<String> next = loader.load(key);
        loader.complete(second);
        assertThat(resultOf(next)).isEqualTo(second);
        assertThat(app.outcomes()).containsExactly(FAILED, FAILED, COMPUTED);
    }

    @Test
    void failure_before_there_is_a_stage_is_not_remembered() {
        assertThat(failureOf(loader::throwing)).hasMessage("early#1");
        assertThat(failureOf(loader::throwing)).hasMessage("early#2");
        assertThat(app.outcomes()).containsExactly(FAILED, FAILED);
    }

    @Test
    void missing_stage_hangs_nobody_and_is_not_remembered() {
        failureOf(loader::missing);
        failureOf(loader::missing);
        assertThat(loader.body().count("missing")).isEqualTo(2);
        assertThat(app.outcomes()).doesNotContain(FRESH, JOINED);
    }

    @Test
    void no_thread_waits_for_a_stage() {
        List<CompletionStage<String>> stages = new ArrayList<>();
        for (int number = 0; number < 1000; number++) {
            stages.add(loader.load(key + "/" + number));
            stages.add(loader.load(key + "/" + number));
        }
        assertThat(app.clock().waiters()).isZero();
        for (int number = 0; number < 1000; number++) {
            loader.complete(key + "/" + number + "#1");
        }
        assertThat(stages).allMatch(StageViews::isDone);
        assertThat(app.listener().count(COMPUTED)).isEqualTo(1000);
        assertThat(app.listener().count(JOINED)).isEqualTo(1000);
    }

    @Test
    void stale_stage_is_served_and_renewed_without_a_waiting_thread() {
        makeStale();
        assertThat(app.refresh()).isOne();
        assertThat(app.listener().refreshEvents()).containsExactly(STARTED);
        assertThat(resultOf(loader.load(key))).isEqualTo(first);
        loader.complete(second);
        assertThat(app.listener().refreshEvents()).containsExactly(STARTED, SUCCEEDED);
        assertThat(resultOf(loader.load(key))).isEqualTo(second);
        assertThat(app.outcomes()).containsExactly(COMPUTED, STALE, STALE, FRESH);
    }

    @Test
    void failing_renewal_of_a_stage_leaves_the_stale_value() {
        makeStale();
        app.refresh();
        loader.fail(second, new IllegalStateException("renewal"));
        assertThat(app.listener().refreshEvents()).containsExactly(STARTED, RefreshEvent.FAILED);
        assertThat(resultOf(loader.load(key))).isEqualTo(first);
    }

    private void makeStale() {
        loader.load(key);
        loader.complete(first);
        app.advance(Duration.ofMinutes(2));
        assertThat(resultOf(loader.load(key))).isEqualTo(first);
    }

    @Test
    void age_counts_from_the_call_and_not_from_the_end_of_the_stage() {
        loader.load(key);
        app.advance(Duration.ofMinutes(2));
        loader.complete(first);
        loader.load(key);
        assertThat(app.outcomes()).containsExactly(COMPUTED, STALE);
    }

    @Test
    void method_may_promise_a_CompletableFuture() {
        CompletableFuture<String> computed = loader.future(key);
        loader.complete(first);
        assertThat(resultOf(computed)).isEqualTo(first);
        CompletableFuture<String> hit = loader.future(key);
        assertThat(resultOf(hit)).isEqualTo(first);
        assertThat(app.outcomes()).containsExactly(COMPUTED, FRESH);
    }
}
