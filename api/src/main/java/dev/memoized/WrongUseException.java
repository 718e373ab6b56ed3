package dev.memoized;

import java.io.Serial;

/** A {@link Memoizer} was told something that makes no sense. */
public final class WrongUseException extends MemoizedException {
    @Serial
    private static final long serialVersionUID = 1L;

    /**
     * With all that is wrong.
     *
     * @param message each a sentence with its id, with name, method, member and cure
     */
    public WrongUseException(String message) {
        super(message, null);
    }
}
