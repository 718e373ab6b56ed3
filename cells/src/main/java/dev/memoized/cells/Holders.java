package dev.memoized.cells;

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
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The leases of this JVM that are out, and who waits here for the end of anybody's: both learn of what happens to a cell from
 * the cache, and at once of what this JVM does. Thread-safe.
 */
final class Holders {
    private static final int ROOM = 1_000;

    private final ReentrantLock lock = new ReentrantLock();
    private final Map<String, Set<CellLease>> leases = new HashMap<>();
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
    void add(CellLease lease) {
        lock.lock();
        try {
            if (leases.size() >= room) {
                long now = time.nanos();
                for (String name : List.copyOf(leases.keySet())) {
                    end(name, out -> out.deadline() - now <= 0);
                }
                room = Math.max(ROOM, 2 * leases.size());
            }
            Set<CellLease> fresh = new HashSet<>();
            Set<CellLease> known = leases.putIfAbsent(lease.scope().name(), fresh);
            (known == null ? fresh : known).add(lease);
        } finally {
            lock.unlock();
        }
    }

    void end(CellLease lease) {
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
    boolean given(CellLease lease) {
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
            Optional<CellLease> own = leases.getOrDefault(name, Set.of()).stream()
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

    /**
     * It is heard that a cell was changed, and not to what.
     *
     * @return the leases that may have ended by that: those that were given; the others are asked for when they are. Null when
     *     nobody here needs to know
     */
    @Nullable
    Set<CellLease> stirred(String name) {
        lock.lock();
        try {
            Set<CellLease> ofKey = leases.get(name);
            if (ofKey == null) {
                return waiters.containsKey(name) ? Set.of() : null;
            }
            return ofKey.stream().filter(CellLease::missing).collect(Collectors.toSet());
        } finally {
            lock.unlock();
        }
    }

    /** What it has changed to is known: those of the leases that are not in it have ended, and who waits asks again. */
    void settled(String name, Cell cell, Set<CellLease> stirred) {
        endAndTell(
                name,
                lease -> stirred.contains(lease) && cell.right(lease.token()).isEmpty());
    }

    /** The cells of leases that are out. */
    Set<String> names() {
        lock.lock();
        try {
            return Set.copyOf(leases.keySet());
        } finally {
            lock.unlock();
        }
    }

    /** The marks that end leases which are out. */
    Set<String> marks() {
        lock.lock();
        try {
            return leases.values().stream()
                    .flatMap(Set::stream)
                    .flatMap(lease -> lease.scope().marks().stream())
                    .collect(Collectors.toSet());
        } finally {
            lock.unlock();
        }
    }

    /** The leases that a mark would end. */
    Set<CellLease> under(String mark) {
        lock.lock();
        try {
            return leases.values().stream()
                    .flatMap(Set::stream)
                    .filter(lease -> lease.scope().marks().contains(mark) && !lease.isStoring())
                    .collect(Collectors.toSet());
        } finally {
            lock.unlock();
        }
    }

    private void endAndTell(String name, Predicate<CellLease> ends) {
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

    private static boolean isBelow(CellLease lease, String mark, long number) {
        return lease.asOf() < number && lease.scope().marks().contains(mark) && !lease.isStoring();
    }

    private void end(String name, Predicate<CellLease> ends) {
        Set<CellLease> ofKey = leases.getOrDefault(name, Set.of());
        List<CellLease> ended = ofKey.stream().filter(ends).toList();
        ended.forEach(CellLease::end);
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
