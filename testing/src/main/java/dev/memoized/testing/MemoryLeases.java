package dev.memoized.testing;

import dev.memoized.spi.Lease;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** The leases of one namespace of a {@link MemoryByteBackend}. Used under its lock. */
final class MemoryLeases {
    private final Map<String, Out> out = new HashMap<>();
    private final List<CompletableFuture<Void>> untold = new ArrayList<>();

    /** Those of one key. */
    private static final class Out {
        private final List<MemoryLease> leases = new ArrayList<>();
        private final CompletableFuture<Void> ended = new CompletableFuture<>();
    }

    /** A lease; over when it is no longer among those that are out. */
    static final class MemoryLease implements Lease {
        private final Object key;
        private final long asOf;
        private final MemoryByteStore store;
        private long deadline;

        MemoryLease(Object key, long asOf, MemoryByteStore store) {
            this.key = key;
            this.asOf = asOf;
            this.store = store;
        }

        @Override
        public Object key() {
            return key;
        }

        @Override
        public long asOf() {
            return asOf;
        }

        @Override
        public boolean isVoid() {
            return store.isVoid(this);
        }

        void endsAt(long nanos) {
            deadline = nanos;
        }
    }

    MemoryLease grant(MemoryLease lease) {
        String key = MemoryCells.text(lease.key);
        Out known = out.getOrDefault(key, new Out());
        known.leases.add(lease);
        out.put(key, known);
        return lease;
    }

    /** Whether the lease is out, once those that are dead have been ended. */
    boolean isOut(MemoryLease lease, long now) {
        endDead(lease.key, now);
        Out ofKey = out.get(MemoryCells.text(lease.key));
        return ofKey != null && ofKey.leases.contains(lease);
    }

    /** How long the key's leases live on; null when there is none. */
    @Nullable
    Duration remaining(Object key, long now) {
        endDead(key, now);
        Out ofKey = out.get(MemoryCells.text(key));
        return ofKey == null
                ? null
                : Duration.ofNanos(ofKey.leases.stream()
                        .mapToLong(lease -> lease.deadline - now)
                        .max()
                        .orElse(0));
    }

    /** Completed when the key's leases have ended. */
    CompletableFuture<Void> ended(Object key) {
        Out ofKey = out.get(MemoryCells.text(key));
        return ofKey == null ? CompletableFuture.completedFuture(null) : ofKey.ended;
    }

    void end(MemoryLease lease, long now) {
        Out ofKey = out.get(MemoryCells.text(lease.key));
        if (ofKey != null) {
            ofKey.leases.remove(lease);
            endDead(lease.key, now);
        }
    }

    void endAll(Object key) {
        Out ofKey = out.remove(MemoryCells.text(key));
        if (ofKey != null) {
            ofKey.leases.clear();
            untold.add(ofKey.ended);
        }
    }

    /** Those to be completed once the lock is given back. */
    List<CompletableFuture<Void>> untold() {
        List<CompletableFuture<Void>> all = List.copyOf(untold);
        untold.clear();
        return all;
    }

    private void endDead(Object key, long now) {
        Out ofKey = out.get(MemoryCells.text(key));
        if (ofKey != null) {
            ofKey.leases.removeIf(lease -> lease.deadline - now <= 0 || lease.store.isInvalidated(lease));
            if (ofKey.leases.isEmpty()) {
                endAll(key);
            }
        }
    }
}
