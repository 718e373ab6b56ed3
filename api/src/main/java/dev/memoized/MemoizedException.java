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
}
