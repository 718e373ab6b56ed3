package dev.memoized.tck.behaviour;

import static dev.memoized.Outcome.COMPUTED;
import static dev.memoized.Outcome.FRESH;
import static dev.memoized.Outcome.REFUSED;
import static dev.memoized.tck.behaviour.StageViews.failureOf;
import static dev.memoized.tck.behaviour.StageViews.isDone;
import static dev.memoized.tck.behaviour.StageViews.resultOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.memoized.ColdCacheException;
import dev.memoized.tck.Deployed;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What followers of a running stage do, and stages that follow themselves. */
@Timeout(60)
class StageFollowersTest {
    @RegisterExtension
    static final Deployed app = Deployed.with(StagesLoader.class);

    private final StagesLoader loader = app.get(StagesLoader.class);
    private final String key = app.key();
    private final String first = key + "#1";
    private final String second = key + "#2";

    @Test
    void follower_of_a_stage_gives_up_after_waitAtMost() {
        CompletionStage<String> leader = loader.load(key);
        CompletionStage<String> follower = loader.load(key);
        app.advance(Duration.ofSeconds(30));
        assertThat(failureOf(() -> follower)).isInstanceOf(ColdCacheException.class);
        assertThat(isDone(leader)).isFalse();
        loader.complete(first);
        assertThat(resultOf(leader)).isEqualTo(first);
        assertThat(app.outcomes()).containsExactly(REFUSED, COMPUTED);
    }

    @Test
    void follower_of_a_stage_with_FAIL_is_refused_at_once() {
        CompletionStage<String> leader = loader.failing(key);
        assertThat(failureOf(() -> loader.failing(key))).isInstanceOf(ColdCacheException.class);
        loader.complete(first);
        assertThat(resultOf(leader)).isEqualTo(first);
    }

    @Test
    void follower_of_a_stage_with_COMPUTE_computes_for_itself() {
        CompletionStage<String> leader = loader.computing(key);
        CompletionStage<String> follower = loader.computing(key);
        loader.complete(second);
        assertThat(resultOf(follower)).isEqualTo(second);
        assertThat(isDone(leader)).isFalse();
        loader.complete(first);
        assertThat(resultOf(loader.computing(key))).isEqualTo(first);
        assertThat(app.outcomes()).containsExactly(COMPUTED, COMPUTED, FRESH);
    }

    @Test
    void recursion_on_the_same_key_through_stages_is_computed_through() {
        Duration before = app.clock().moved();
        assertThat(resultOf(loader.recursive(key))).isEqualTo("1 2 3 end");
        assertThat(app.clock().moved()).isEqualTo(before);
    }

    @Test
    void recursion_on_the_same_key_in_a_later_stage_ends_with_waitAtMost_at_the_latest() {
        CompletableFuture<String> trigger = new CompletableFuture<>();
        loader.trigger(trigger);
        CompletionStage<String> stage = loader.later(key);
        assertThat(isDone(stage)).isFalse();
        trigger.complete("go");
        app.advance(Duration.ofSeconds(30));
        assertThat(isDone(stage)).isTrue();
    }
}
