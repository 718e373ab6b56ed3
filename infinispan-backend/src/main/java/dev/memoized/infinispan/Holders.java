package dev.memoized.infinispan;

import dev.memoized.spi.TimeSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;

/**
 * The leases of this JVM that are out, and who waits here for the end of anybody's: both learn of what happens to a cell from
 * the cache, and at once of what this JVM does. Thread-safe.
 */
final class Holders {
    private static final int ROOM = 1_000;

    private final ReentrantLock lock = new ReentrantLock();
    private final Map<String, Set<InfinispanLease>> leases = new HashMap<>();
    private final Map<String, Waiters> waiters = new HashMap<>();
    private final TimeSource time;
    private int room = ROOM;

    private static final class Waiters {
        private final CompletableFuture<Void> change = new CompletableFuture<>();
        private int count;
    }

    Holders(TimeSource time) {
        this.time = time;
    }

    /** Those that nobody has ended are forgotten when their lives have. */
    void add(InfinispanLease lease) {
        lock.lock();
        try {
            if (leases.size() >= room) {
                long now = time.nanos();
                for (String name : List.copyOf(leases.keySet())) {
                    end(name, out -> out.deadline() - now <= 0);
                }
                room = Math.max(ROOM, 2 * leases.size());
            }
            Set<InfinispanLease> fresh = new HashSet<>();
            Set<InfinispanLease> known = leases.putIfAbsent(lease.scope().name(), fresh);
            (known == null ? fresh : known).add(lease);
        } finally {
            lock.unlock();
        }
    }

    void end(InfinispanLease lease) {
        lock.lock();
        try {
            end(lease.scope().name(), lease::equals);
        } finally {
            lock.unlock();
        }
    }

    /**
     * A lease has come into its cell.
     *
     * @return whether it is known to be in it still
     */
    boolean given(InfinispanLease lease) {
        lock.lock();
        try {
            return lease.given();
        } finally {
            lock.unlock();
        }
    }

    /** All of a key, whatever the cache says: its answer may be lost. Who waits asks again. */
    void endAll(String name) {
        endAndTell(name, any -> true);
    }

    /** All that are out, and all who wait ask again. */
    void endAll() {
        List<Waiters> all;
        lock.lock();
        try {
            List.copyOf(leases.keySet()).forEach(name -> end(name, any -> true));
            all = List.copyOf(waiters.values());
            waiters.clear();
        } finally {
            lock.unlock();
        }
        all.forEach(each -> each.change.complete(null));
    }

    /** How long one of this JVM lives on, in nanoseconds; empty when it is not out. */
    OptionalLong left(String name, String token) {
        lock.lock();
        try {
            Optional<InfinispanLease> own = leases.getOrDefault(name, Set.of()).stream()
                    .filter(lease -> lease.token().equals(token))
                    .findFirst();
            return own.isEmpty()
                    ? OptionalLong.empty()
                    : OptionalLong.of(own.get().deadline() - time.nanos());
        } finally {
            lock.unlock();
        }
    }

    /** This JVM has taken these out of a cell. Who waits asks again. */
    void ended(String name, Set<String> tokens) {
        endAndTell(name, lease -> tokens.contains(lease.token()));
    }

    /** It is heard that a cell was changed: what is not in it has ended, and who waits asks again. */
    void changed(String name, Cell cell) {
        endAndTell(name, lease -> cell.right(lease.token()).isEmpty() && lease.missing());
    }

    private void endAndTell(String name, Predicate<InfinispanLease> ends) {
        Waiters gone;
        lock.lock();
        try {
            end(name, ends);
            gone = waiters.remove(name);
        } finally {
            lock.unlock();
        }
        if (gone != null) {
            gone.change.complete(null);
        }
    }

    /** A mark was raised. */
    void raised(String mark, long number) {
        lock.lock();
        try {
            for (String name : List.copyOf(leases.keySet())) {
                end(name, lease -> isBelow(lease, mark, number));
            }
        } finally {
            lock.unlock();
        }
    }

    private static boolean isBelow(InfinispanLease lease, String mark, long number) {
        return lease.asOf() < number && lease.scope().marks().contains(mark) && !lease.isStoring();
    }

    private void end(String name, Predicate<InfinispanLease> ends) {
        Set<InfinispanLease> ofKey = leases.getOrDefault(name, Set.of());
        List<InfinispanLease> ended = ofKey.stream().filter(ends).toList();
        ended.forEach(InfinispanLease::end);
        ended.forEach(ofKey::remove);
        if (ofKey.isEmpty()) {
            leases.remove(name);
        }
    }

    /** To be {@linkplain #leave left}. */
    CompletableFuture<Void> enter(String name) {
        lock.lock();
        try {
            Waiters fresh = new Waiters();
            Waiters known = waiters.putIfAbsent(name, fresh);
            Waiters mine = known == null ? fresh : known;
            mine.count++;
            return mine.change;
        } finally {
            lock.unlock();
        }
    }

    void leave(String name, CompletableFuture<Void> change) {
        lock.lock();
        try {
            Waiters known = waiters.get(name);
            if (known != null && known.change == change && --known.count == 0) {
                waiters.remove(name);
            }
        } finally {
            lock.unlock();
        }
    }
}
