package dev.memoized;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** A store operation that was asked for directly did not work. A memoized call never throws it. */
public class BackendException extends MemoizedException {
    @Serial
    private static final long serialVersionUID = 1L;

    /**
     * With what happened.
     *
     * @param message what happened, without keys or values
     * @param cause or null
     */
    public BackendException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
