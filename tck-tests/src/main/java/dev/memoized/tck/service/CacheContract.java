package dev.memoized.tck.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.memoized.AsyncCache;
import dev.memoized.NoSuchCounterException;
import dev.memoized.Remembered;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/**
 * All that {@link dev.memoized.Cache} promises, as tests: extend it where a backend is tested.
 *
 * <p>The tests lie by topic in the classes that this one extends; here are those of callers that do not wait.
 */
public abstract class CacheContract extends CacheComputingContract {

    /** For your test class. */
    protected CacheContract() {}

    private AsyncCache<Object> async() {
        return cache().async();
    }

    private <T> T end(CompletionStage<T> stage) {
        while (!stage.toCompletableFuture().isDone() && runBehind() > 0) {
            Thread.onSpinWait();
        }
        assertThat(stage.toCompletableFuture()).isDone();
        return stage.toCompletableFuture().join();
    }

    @Test
    void async_doesTheSame() {
        assertThat(end(async().set("a", 1))).isTrue();
        assertThat(end(async().add("a", 2))).isFalse();
        assertThat(end(async().get("a"))).isEqualTo(1);
        assertThat(end(async().find("a"))).map(Remembered::value).contains(1);
        assertThat(end(async().hasKey("a"))).isTrue();
        assertThat(end(async().incr("a", 2))).isEqualTo(3);
        assertThat(end(async().decr("a", 1))).isEqualTo(2);
        assertThat(end(async().incr("b", 1, 7))).isEqualTo(7);
        assertThat(end(async().decr("c", 1, 7))).isEqualTo(7);
        assertThat(end(async().touch("a", Duration.ofSeconds(1)))).isTrue();
        pass(Duration.ofSeconds(1));
        assertThat(end(async().delete("a"))).isFalse();
        assertThat(end(async().setAll(Map.of("a", 1, "d", 2)))).isTrue();
        assertThat(end(async().getAll(List.of("a", "d", "e")))).isEqualTo(Map.of("a", 1, "d", 2));
        end(async().deleteAll(List.of("a")));
        assertHoldsNothing("a");
        end(async().clear());
        assertHoldsNothing("d");
    }

    @Test
    void async_failsAsTheSameOperationWould() {
        CompletionStage<Long> missing = async().incr(KEY, 1);
        Assertions.assertThatThrownBy(() -> end(missing))
                .isInstanceOf(CompletionException.class)
                .hasCauseInstanceOf(NoSuchCounterException.class);
    }

    @Test
    void asyncGetOrCompute_storesWhatTheStageCompletesWith() {
        CompletableFuture<Object> origin = new CompletableFuture<>();
        CompletionStage<Object> first = async().getOrCompute(KEY, () -> {
            computed.incrementAndGet();
            return origin;
        });
        CompletionStage<Object> second = async().getOrCompute(KEY, () -> origin);
        runBehind();
        assertThat(first.toCompletableFuture()).isNotDone();
        assertHoldsNothing(KEY);
        origin.complete("value");
        assertThat(end(first)).isEqualTo("value");
        assertThat(end(second)).isEqualTo("value");
        assertThat(computed).hasValue(1);
        assertHolds(KEY, "value");
    }

    @Test
    void asyncGetOrCompute_passesFailuresOn() {
        CompletionStage<Object> failed =
                async().getOrCompute(KEY, () -> CompletableFuture.failedFuture(new IOException("no origin")));
        Assertions.assertThatThrownBy(() -> end(failed))
                .isInstanceOf(CompletionException.class)
                .hasCauseInstanceOf(IOException.class);
        assertHoldsNothing(KEY);
    }

    @Test
    void failuresOfStages_areTheOperationsOwn() {
        List<Class<?>> heard = new CopyOnWriteArrayList<>();
        CompletionStage<Long> missing = async().incr(KEY, 1);
        CompletionStage<Object> failed =
                async().getOrCompute(KEY, () -> CompletableFuture.failedFuture(new IOException("no origin")));
        CompletionStage<Object> thrown = async().getOrCompute("other", () -> {
            throw new IOException("no origin");
        });
        for (CompletionStage<?> each : List.of(missing, failed, thrown)) {
            each.whenComplete((value, failure) -> heard.add(failure.getClass()));
            Assertions.assertThatThrownBy(() -> end(each)).isInstanceOf(CompletionException.class);
        }
        assertThat(heard).containsExactly(NoSuchCounterException.class, IOException.class, IOException.class);
    }

    @Test
    void asyncComputationsInEachOther_end() {
        CompletionStage<Object> first = async().getOrCompute("a", () -> async().getOrCompute(
                        "b", () -> async().getOrCompute("a", () -> CompletableFuture.completedFuture(1))));
        assertThat(end(first)).isEqualTo(1);
    }

    @Test
    void syncAndAsync_shareValues() throws Exception {
        end(async().getOrCompute(KEY, () -> CompletableFuture.completedFuture("value")));
        assertThat(cache().getOrCompute(KEY, () -> "other")).isEqualTo("value");
    }
}
