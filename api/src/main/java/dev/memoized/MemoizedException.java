package dev.memoized;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** What all exceptions of this library have in common. */
public abstract class MemoizedException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    /**
     * With a message that starts with its id.
     *
     * @param message what happened, where, and what to do
     * @param cause or null
     */
    protected MemoizedException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /**
     * The same, and with a choice for exceptions that are thrown at each call.
     *
     * @param message what happened, where, and what to do
     * @param withStackTrace false: cheap to make
     */
    protected MemoizedException(String message, boolean withStackTrace) {
        super(message, null, withStackTrace, withStackTrace);
    }
}
