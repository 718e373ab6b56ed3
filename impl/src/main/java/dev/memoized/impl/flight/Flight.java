package dev.memoized.impl.flight;

import dev.memoized.spi.Lease;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** One running computation. */
public final class Flight {
    private final Object key;
    private final long began;
    private final CompletableFuture<Landing> landing = new CompletableFuture<>();
    private final Set<Flight> waitsFor = ConcurrentHashMap.newKeySet(1);
    private volatile @Nullable Lease lease;

    Flight(Object key, long began) {
        this.key = key;
        this.began = began;
    }

    /** What is computed. */
    public Object key() {
        return key;
    }

    /** Completed, never exceptionally, when the flight has ended. */
    public CompletableFuture<Landing> landing() {
        return landing;
    }

    /** From now on an invalidation that voids the lease detaches this flight. */
    public void holds(Lease granted) {
        lease = granted;
    }

    /**
     * Whether who calls now may wait for it: nothing was invalidated since it began, and it has not been under way for
     * longer than a computation may take.
     */
    boolean takesFollowers(long now, long longestComputation) {
        Lease held = lease;
        return (held == null || !held.isVoid()) && !isOverdue(now, longestComputation);
    }

    boolean isOverdue(long now, long longestComputation) {
        return now - began > longestComputation;
    }

    /** The lease that it holds; null before it is granted. */
    public @Nullable Lease lease() {
        return lease;
    }

    boolean hasLanded() {
        return landing.isDone();
    }

    /** The flights without whose end this one does not end. */
    Set<Flight> waitsFor() {
        return waitsFor;
    }
}
