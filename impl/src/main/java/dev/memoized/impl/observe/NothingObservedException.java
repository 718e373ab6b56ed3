package dev.memoized.impl.observe;

import dev.memoized.MemoizedException;
import dev.memoized.impl.log.RuntimeMessage;
import java.io.Serial;

/** Somebody observes, and no memoized call has ended. */
final class NothingObservedException extends MemoizedException {
    @Serial
    private static final long serialVersionUID = 1L;

    NothingObservedException() {
        super(RuntimeMessage.NOTHING_OBSERVED.text(), true);
    }
}
