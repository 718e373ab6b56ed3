package dev.memoized.impl.codec;

import dev.memoized.MemoizedException;
import java.io.Serial;

/** Bytes that are no value of this key and type: a miss. Says what is odd about them, never what they are. */
public final class UnreadableException extends MemoizedException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final boolean newer;

    UnreadableException(String oddity) {
        this(oddity, false);
    }

    private UnreadableException(String oddity, boolean newer) {
        super(oddity, false);
        this.newer = newer;
    }

    static UnreadableException newerFormat() {
        return new UnreadableException("a later release wrote it", true);
    }

    /** Whether a later release wrote them: they are to be left where they are. */
    public boolean isNewer() {
        return newer;
    }
}
