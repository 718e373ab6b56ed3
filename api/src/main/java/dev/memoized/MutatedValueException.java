package dev.memoized;

import java.io.Serial;

/**
 * A remembered value was changed after it was stored: by a caller that it was handed to, or by the method that had kept a
 * reference. It has been dropped. Thrown only where {@code memoized.default.detect-mutation} is on, which is for tests.
 */
public final class MutatedValueException extends MemoizedException {
    @Serial
    private static final long serialVersionUID = 1L;

    /**
     * With a message that starts with its id.
     *
     * @param message which method, and the class of the object that was changed
     */
    public MutatedValueException(String message) {
        super(message, null);
    }
}
