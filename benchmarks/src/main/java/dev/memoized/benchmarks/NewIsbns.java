package dev.memoized.benchmarks;

import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.ThreadParams;

/** Arguments that never come again, on no thread. */
@State(Scope.Thread)
public class NewIsbns {
    private static final long APART = 1_000_000_000_000L;

    private long last;

    @Setup
    public void begin(ThreadParams thread) {
        last = APART * (thread.getThreadIndex() + 1);
    }

    String next() {
        return Long.toString(++last);
    }
}
