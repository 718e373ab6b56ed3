package dev.memoized.impl.local;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** The leases that are out for one key: together they have one right to store. Used in the key's turn. */
final class Slot {
    private final List<LocalLease> leases = new ArrayList<>(1);
    private final CompletableFuture<Void> ended = new CompletableFuture<>();

    void add(LocalLease lease) {
        leases.add(lease);
    }

    boolean contains(LocalLease lease) {
        return leases.contains(lease);
    }

    boolean isEmpty() {
        return leases.isEmpty();
    }

    /** Ends the leases that are void or whose life has ended. */
    void endDead(long now) {
        leases.removeIf(lease -> lease.endIfDead(now));
    }

    void endAll() {
        leases.forEach(LocalLease::end);
        leases.clear();
    }

    /** When the last one ends at the latest, in nanoseconds from now on. */
    long remaining(long now) {
        return leases.stream().mapToLong(lease -> lease.remaining(now)).max().orElse(0);
    }

    /** Completed outside of the turn in which the last lease has ended. */
    CompletableFuture<Void> ended() {
        return ended;
    }
}
