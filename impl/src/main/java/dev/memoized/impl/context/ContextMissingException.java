package dev.memoized.impl.context;

import dev.memoized.MemoizedException;
import java.io.Serial;

/** A required context value is not there; names its type. */
final class ContextMissingException extends MemoizedException {
    @Serial
    private static final long serialVersionUID = 1L;

    ContextMissingException(Class<?> type) {
        super(type.getName(), false);
    }
}
