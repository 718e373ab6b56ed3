package dev.memoized.impl.engine;

import dev.memoized.MemoizedException;
import dev.memoized.impl.log.RuntimeMessage;
import java.io.Serial;

/** Somebody decided something for a request where none is active. */
final class NoRequestException extends MemoizedException {
    @Serial
    private static final long serialVersionUID = 1L;

    NoRequestException() {
        super(RuntimeMessage.NO_REQUEST.text(), null);
    }
}
