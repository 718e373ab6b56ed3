package dev.memoized;

import java.io.Serial;

/**
 * A computation asked for a context value that its method does not declare: remembered, the result would reach callers for
 * whom that value is another one.
 */
public class UndeclaredContextException extends MemoizedException {
    @Serial
    private static final long serialVersionUID = 1L;

    /**
     * With what was asked for, and the cure.
     *
     * @param message names the method and the type
     */
    public UndeclaredContextException(String message) {
        super(message, null);
    }
}
