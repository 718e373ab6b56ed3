package dev.memoized.impl.codec;

import dev.memoized.MemoizedException;
import dev.memoized.impl.log.StoreMessage;
import java.io.Serial;

/** A value that takes more room than it may. */
public final class TooLargeException extends MemoizedException {
    @Serial
    private static final long serialVersionUID = 1L;

    TooLargeException(int size, int limit) {
        super(StoreMessage.VALUE_TOO_LARGE.text(size, limit), false);
    }
}
