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
    private final Set<Integer> claims = new HashSet<>(Set.of(FIRST));
    private final int[] mine = new int[THREADS];
    private final int[] claimed = new int[THREADS];
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
            value = result;
            out.clear();
        }
        return stored;
    }

    public void claim(int thread) {
        claimed[thread] = ++leases;
        claims.add(leases);
    }

    public boolean replaceFirst(int result) {
        return replaced(FIRST, result);
    }

    public boolean replace(int thread, int result) {
        return replaced(claimed[thread], result);
    }

    private boolean replaced(int claim, int result) {
        boolean stands = claims.contains(claim);
        if (stands) {
            put(result);
        }
        return stands;
    }

    public void release(int thread) {
        out.remove(mine[thread]);
    }

    public void put(int result) {
        value = result;
        voidAll();
    }

    private void voidAll() {
        out.clear();
        claims.clear();
    }

    public boolean delete() {
        boolean held = value != NOTHING;
        hardMark();
        return held;
    }

    public void hardMark() {
        value = NOTHING;
        voidAll();
    }

    public void softMark() {
        if (value != NOTHING && value < SOFT) {
            value += SOFT;
        }
        voidAll();
    }
}
