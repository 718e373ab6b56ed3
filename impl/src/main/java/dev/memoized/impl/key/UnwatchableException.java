package dev.memoized.impl.key;

import dev.memoized.MemoizedException;
import java.io.Serial;

/** A result that is not looked into for changes. Names classes, never values. */
final class UnwatchableException extends MemoizedException {
    @Serial
    private static final long serialVersionUID = 1L;

    private UnwatchableException(String message) {
        super(message, false);
    }

    static UnwatchableException tooMany(Class<?> type, int most) {
        return new UnwatchableException("a " + type.getName() + " is made of " + most + " values or more");
    }
}
