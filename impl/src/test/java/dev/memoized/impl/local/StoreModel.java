package dev.memoized.impl.local;

import java.util.HashSet;
import java.util.Set;

/** A store with one key, for which a lease is out from the start: one operation after the other, in the simplest words. */
public class StoreModel {
    static final int NOTHING = -1;
    static final int SOFT = 100;
    static final int BUSY = 1000;
    /** Lincheck numbers them from 0 (what is before) to 4 (what is after). */
    static final int THREADS = 5;

    private static final int FIRST = -1;

    private final Set<Integer> out = new HashSet<>(Set.of(FIRST));
    private final int[] mine = new int[THREADS];
    private int value = NOTHING;
    private int leases;

    public int read() {
        return value;
    }

    public int lease(int thread, boolean exclusive) {
        if (exclusive && !out.isEmpty()) {
            return BUSY + value;
        }
        mine[thread] = ++leases;
        out.add(leases);
        return value;
    }

    public boolean publishFirst(int result) {
        return stored(FIRST, result);
    }

    public boolean publish(int thread, int result) {
        return stored(mine[thread], result);
    }

    private boolean stored(int lease, int result) {
        boolean stored = out.contains(lease);
        if (stored) {
            put(result);
        }
        return stored;
    }

    public void release(int thread) {
        out.remove(mine[thread]);
    }

    public void put(int result) {
        value = result;
        out.clear();
    }

    public boolean delete() {
        boolean held = value != NOTHING;
        hardMark();
        return held;
    }

    public void hardMark() {
        value = NOTHING;
        out.clear();
    }

    public void softMark() {
        if (value != NOTHING && value < SOFT) {
            value += SOFT;
        }
        out.clear();
    }
}
