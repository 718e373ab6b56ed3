package dev.memoized.impl.engine;

import dev.memoized.MemoizedException;
import dev.memoized.impl.flight.Landing;
import java.io.Serial;

/** An isolated computation brings no value to the one who waits for it: ends its flight, and goes no further. */
final class RefusedException extends MemoizedException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final transient Landing.Refused landing;

    RefusedException(Landing.Refused landing) {
        super("", false);
        this.landing = landing;
    }

    Landing.Refused landing() {
        return landing;
    }
}
