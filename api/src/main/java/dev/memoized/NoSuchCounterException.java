package dev.memoized;

import java.io.Serial;

/** A counter that is not there was counted, and no initial value was given. */
public final class NoSuchCounterException extends MemoizedException {
    @Serial
    private static final long serialVersionUID = 1L;

    /**
     * With the place.
     *
     * @param message which namespace
     */
    public NoSuchCounterException(String message) {
        super(message, null);
    }
}
