package dev.memoized.benchmarks;

import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Arguments that come again and again; each thread has its own, equal ones. */
@State(Scope.Thread)
public class Isbns {
    static final int COUNT = 1 << 10;

    private static final int UNCACHED = 100_000; // beyond the integers that the JDK keeps boxed

    private final String[] isbns = new String[COUNT];
    private int turn;

    public Isbns() {
        for (int i = 0; i < COUNT; i++) {
            isbns[i] = "978-0-" + (UNCACHED + i);
        }
    }

    String next() {
        turn = (turn + 1) & (COUNT - 1);
        return isbns[turn];
    }

    /** The edition that belongs to the last isbn. */
    int edition() {
        return UNCACHED + turn;
    }
}
