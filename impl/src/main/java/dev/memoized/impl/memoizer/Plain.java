package dev.memoized.impl.memoizer;

import dev.memoized.WrongUseException;
import dev.memoized.impl.log.FormMessage;
import dev.memoized.impl.plan.ResultReader;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * A function whose results say only when they are there whether they can be remembered.
 *
 * @param name for messages
 * @param function the original
 */
record Plain(String name, Body function) implements Body {
    @Override
    public @Nullable Object compute(@Nullable Object[] arguments) throws Throwable {
        Object result = function.compute(arguments);
        if (result instanceof CompletionStage<?> || result instanceof Future<?>) {
            throw refused(FormMessage.FUNCTION_OF_STAGES, result);
        }
        if (result != null && ResultReader.isUsedOnce(result.getClass())) {
            throw refused(FormMessage.RESULT_ONCE, result);
        }
        return result;
    }

    private WrongUseException refused(FormMessage message, Object result) {
        return new WrongUseException(message.textAt(name, result.getClass().getSimpleName()));
    }
}
