package dev.memoized.impl.cdi;

import dev.memoized.impl.engine.Changes;
import dev.memoized.impl.engine.Changes.Changing;
import dev.memoized.impl.plan.ChangeDraft;
import jakarta.interceptor.InvocationContext;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * What one method changes in the cache.
 *
 * @param changes of the application
 * @param drafts what its annotations say
 * @param type of what it returns
 */
public record MethodChanges(Changes changes, List<ChangeDraft> drafts, Class<?> type) {
    @Nullable
    Object around(InvocationContext call) throws Exception {
        Changing changing = changes.begin(drafts, Arrays.asList(call.getParameters()));
        Object result = run(call, changing);
        if (CompletionStage.class.isAssignableFrom(type)) {
            return atEndOf(result, changing);
        }
        changing.succeeded(result);
        return result;
    }

    private static @Nullable Object run(InvocationContext call, Changing changing) throws Exception {
        try {
            return changing.run(call::proceed);
        } catch (Exception | Error failure) {
            throw failure;
        } catch (Throwable impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** A stage that completes when the changes are made; one of a type of its own completes by itself. */
    private @Nullable Object atEndOf(@Nullable Object result, Changing changing) {
        if (!(result instanceof CompletionStage<?> stage)) {
            changing.failed();
            return result;
        }
        CompletionStage<?> after = stage.whenComplete((value, failure) -> {
            if (failure == null) {
                changing.completed(value);
            } else {
                changing.failed();
            }
        });
        return type.isInstance(after) ? after : stage;
    }
}
