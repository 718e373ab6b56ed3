package dev.memoized.impl.engine;

import dev.memoized.MemoizedException;
import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** A renewal could not run its method: nobody's answer, and nobody who waits for it may get it. */
public final class RenewalAstrayException extends MemoizedException {
    @Serial
    private static final long serialVersionUID = 1L;

    public RenewalAstrayException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
