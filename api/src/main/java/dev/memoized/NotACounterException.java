package dev.memoized;

import java.io.Serial;

/** An increment met a value that is no whole number. */
public final class NotACounterException extends MemoizedException {
    @Serial
    private static final long serialVersionUID = 1L;

    /**
     * With what was found.
     *
     * @param message which namespace, and the type that was found
     */
    public NotACounterException(String message) {
        super(message, null);
    }
}
