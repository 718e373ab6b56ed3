package dev.memoized;

import java.io.Serial;

/** A program named a backend that is not there. */
public final class NoSuchBackendException extends MemoizedException {
    @Serial
    private static final long serialVersionUID = 1L;

    /**
     * With the name, and those that there are.
     *
     * @param message which
     */
    public NoSuchBackendException(String message) {
        super(message, null);
    }
}
