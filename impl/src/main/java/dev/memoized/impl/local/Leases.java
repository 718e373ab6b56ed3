package dev.memoized.impl.local;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

/** The leases that are out in a namespace: as many as there are running computations. */
final class Leases {
    private final Map<Object, Slot> slots = new ConcurrentHashMap<>();
    private final Map<Object, Slot> claims = new ConcurrentHashMap<>();
    private final ReentrantLock[] stripes;
    private final Scope scope;

    /**
     * None yet.
     *
     * @param stripes how many keys can have their turn at a time; a power of two
     */
    Leases(Scope scope, int stripes) {
        this.scope = scope;
        this.stripes = new ReentrantLock[stripes];
        Arrays.setAll(this.stripes, stripe -> new ReentrantLock());
    }

    /** Waits for the key's turn. */
    Turn turn(Object key, long now) {
        int hash = key.hashCode();
        return new Turn(
                key, now, new Turn.Out(slots, claims), scope, stripes[(hash ^ (hash >>> 16)) & (stripes.length - 1)]);
    }

    /** How many keys have a lease that nobody has ended, and how many a claim. */
    int size() {
        return slots.size() + claims.size();
    }

    void endAll(long now) {
        endAll(slots.keySet(), now);
        endAll(claims.keySet(), now);
    }

    private void endAll(Set<Object> keys, long now) {
        for (Object key : keys) {
            try (Turn turn = turn(key, now)) {
                turn.endAll();
            }
        }
    }
}
