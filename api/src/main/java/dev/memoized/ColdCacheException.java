package dev.memoized;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/**
 * There was no value to serve and this caller was not to compute one: another call was computing it and the policy was
 * {@link WhenCold#FAIL}, or {@link Memoized#waitAtMost} had passed, or the waiting thread was interrupted (its
 * interrupt flag is set then). The only exception that memoizing adds to a call, but for {@link MutatedValueException},
 * which tests may ask for.
 */
public final class ColdCacheException extends MemoizedException {
    @Serial
    private static final long serialVersionUID = 1L;

    /**
     * With a message that starts with its id.
     *
     * @param message which method, and why
     * @param cause the interruption, or null
     */
    public ColdCacheException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
