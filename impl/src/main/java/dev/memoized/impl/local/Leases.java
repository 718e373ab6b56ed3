package dev.memoized.impl.local;

import java.util.Arrays;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;

/** The leases that are out in a namespace: as many as there are running computations. */
final class Leases {
    private final Turn.Out out = new Turn.Out(new ConcurrentHashMap<>(), new ConcurrentHashMap<>());
    private final Queue<LocalLease> oldestClaims = new ConcurrentLinkedQueue<>();
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
        return new Turn(key, now, out, scope, stripes[(hash ^ (hash >>> 16)) & (stripes.length - 1)]);
    }

    /**
     * Looks after claims that nobody has ended, and whose keys nobody asks for: for each new one after two old ones, so
     * that there are no more than were made in the life of one.
     *
     * @param fresh has just been made; its turn is over
     */
    void endOldClaims(LocalLease fresh, long now) {
        oldestClaims.add(fresh);
        for (int looks = 0; looks < 2; looks++) {
            LocalLease oldest = oldestClaims.peek();
            if (oldest == null || isClaimed(oldest, now)) {
                return;
            }
            oldestClaims.remove(oldest);
        }
    }

    private boolean isClaimed(LocalLease claim, long now) {
        try (Turn turn = turn(claim.key(), now)) {
            return turn.isClaimed(claim);
        }
    }

    /** How many keys have a lease that nobody has ended, and how many a claim. */
    int size() {
        return out.leases().size() + out.claims().size();
    }

    void endAll(long now) {
        endAll(out.leases().keySet(), now);
        endAll(out.claims().keySet(), now);
        oldestClaims.clear();
    }

    private void endAll(Set<Object> keys, long now) {
        for (Object key : keys) {
            try (Turn turn = turn(key, now)) {
                turn.endAll();
            }
        }
    }
}
