package dev.memoized.redis;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;

/**
 * The leases of this JVM that are out, and who waits here for the end of anybody's: both learn of what happens to a key from
 * the channel, and at once of what this JVM does. Thread-safe.
 */
final class OutLeases {
    private static final int ROOM = 1_000;

    private final ReentrantLock lock = new ReentrantLock();
    private final Map<String, Set<RedisLease>> leases = new HashMap<>();
    private final Map<String, Waiters> waiters = new HashMap<>();

    private int room = ROOM;

    private static final class Waiters {
        private final CompletableFuture<Void> change = new CompletableFuture<>();
        private int count;
    }

    /** Those that nobody has ended are forgotten when their lives have. */
    void add(RedisLease lease, long now) {
        lock.lock();
        try {
            if (leases.size() >= room) {
                for (String entry : List.copyOf(leases.keySet())) {
                    end(entry, out -> out.hasEndedBy(now));
                }
                room = Math.max(ROOM, 2 * leases.size());
            }
            Set<RedisLease> fresh = new HashSet<>();
            Set<RedisLease> known = leases.putIfAbsent(lease.scope().id(), fresh);
            (known == null ? fresh : known).add(lease);
        } finally {
            lock.unlock();
        }
    }

    void end(RedisLease lease) {
        lock.lock();
        try {
            end(lease.scope().id(), lease::equals);
        } finally {
            lock.unlock();
        }
    }

    /**
     * The server has granted a lease.
     *
     * @return whether it is known what has happened to it; else the server must be asked
     */
    boolean granted(RedisLease lease, long number) {
        lock.lock();
        try {
            lease.granted(number);
            if (lease.isVoid()) {
                end(lease.scope().id(), lease::equals);
            }
            return !lease.isUnsure();
        } finally {
            lock.unlock();
        }
    }

    /** Something has happened to a key, here or in another JVM: these have ended, and who waits asks again. */
    void changed(String entry, Set<String> tokens) {
        Waiters gone;
        lock.lock();
        try {
            end(entry, lease -> tokens.contains(lease.token()));
            gone = waiters.remove(entry);
        } finally {
            lock.unlock();
        }
        if (gone != null) {
            gone.change.complete(null);
        }
    }

    /** Those of a key that were granted end, whatever the server says: its answer may be lost. */
    void endOut(String entry) {
        lock.lock();
        try {
            end(entry, RedisLease::isOut);
        } finally {
            lock.unlock();
        }
    }

    /** All that were granted. */
    List<RedisLease> out() {
        lock.lock();
        try {
            return leases.values().stream()
                    .flatMap(Set::stream)
                    .filter(RedisLease::isOut)
                    .toList();
        } finally {
            lock.unlock();
        }
    }

    private void end(String entry, Predicate<RedisLease> ends) {
        Set<RedisLease> ofKey = leases.getOrDefault(entry, Set.of());
        List<RedisLease> ended = ofKey.stream().filter(ends).toList();
        ended.forEach(RedisLease::end);
        ended.forEach(ofKey::remove);
        if (ofKey.isEmpty()) {
            leases.remove(entry);
        }
    }

    /** A mark was raised. */
    void raised(String mark, long number) {
        lock.lock();
        try {
            for (String entry : List.copyOf(leases.keySet())) {
                end(entry, lease -> lease.scope().isBelow(mark) && lease.isBelow(number));
            }
        } finally {
            lock.unlock();
        }
    }

    /** The channel was down: what happened meanwhile is not known, so those who wait ask again. */
    void missed() {
        List<Waiters> all;
        lock.lock();
        try {
            leases.values().forEach(ofKey -> ofKey.forEach(RedisLease::missed));
            all = List.copyOf(waiters.values());
            waiters.clear();
        } finally {
            lock.unlock();
        }
        all.forEach(each -> each.change.complete(null));
    }

    /** To be {@linkplain #leave left}. */
    CompletableFuture<Void> enter(String entry) {
        lock.lock();
        try {
            Waiters fresh = new Waiters();
            Waiters known = waiters.putIfAbsent(entry, fresh);
            Waiters mine = known == null ? fresh : known;
            mine.count++;
            return mine.change;
        } finally {
            lock.unlock();
        }
    }

    void leave(String entry, CompletableFuture<Void> change) {
        lock.lock();
        try {
            Waiters known = waiters.get(entry);
            if (known != null && known.change == change && --known.count == 0) {
                waiters.remove(entry);
            }
        } finally {
            lock.unlock();
        }
    }
}
