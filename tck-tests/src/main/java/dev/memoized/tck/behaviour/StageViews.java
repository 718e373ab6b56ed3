package dev.memoized.tck.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** How a test looks at a stage without waiting for it. */
final class StageViews {
    private StageViews() {}

    static boolean isDone(CompletionStage<?> stage) {
        return stage.toCompletableFuture().isDone();
    }

    static @Nullable String resultOf(CompletionStage<? extends @Nullable String> stage) {
        assertThat(isDone(stage)).as("done").isTrue();
        return stage.toCompletableFuture().join();
    }

    /** What a call threw, or its stage failed with: the application may see it either way. */
    static @Nullable Throwable failureOf(
            Supplier<? extends @Nullable CompletionStage<? extends @Nullable String>> call) {
        try {
            CompletionStage<? extends @Nullable String> stage = call.get();
            if (stage != null) {
                resultOf(stage);
            }
            return null;
        } catch (CompletionException e) {
            return Objects.requireNonNull(e.getCause());
        } catch (RuntimeException e) {
            return e;
        }
    }
}
