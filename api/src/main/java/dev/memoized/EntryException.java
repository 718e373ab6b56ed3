package dev.memoized;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** There is no such {@link MemoizedEntry}, or it cannot do what it was told. */
public final class EntryException extends MemoizedException {
    @Serial
    private static final long serialVersionUID = 1L;

    /**
     * With a message that starts with its id.
     *
     * @param message which method, why, and the cure
     * @param cause or null
     */
    public EntryException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
