package dev.memoized.impl.backend;

import dev.memoized.spi.Mark;
import dev.memoized.spi.TimeSource;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;

/**
 * The leases of a backend that are out in this JVM: what is invalidated while the backend cannot be told ends them here, at
 * once. Thread-safe.
 */
final class Lent {
    /** So many may be out before those are looked for that nobody has ended. */
    static final int ROOM = 1_000;

    private final ReentrantLock lock = new ReentrantLock();
    private final Map<Object, Set<Loan>> loans = new HashMap<>();
    private final TimeSource time;
    private int count;
    private int room = ROOM;

    Lent(TimeSource time) {
        this.time = time;
    }

    /** Before the store is asked for it. Those that nobody has ended end with their lives. */
    Loan begin(Target target, Object key, Duration life) {
        long now = time.nanos();
        Loan loan = new Loan(target, key, Lives.end(now, life));
        lock.lock();
        try {
            if (count >= room) {
                end(old -> old.hasEndedBy(now));
                room = Math.max(ROOM, 2 * count);
            }
            Set<Loan> fresh = new HashSet<>();
            Set<Loan> known = loans.putIfAbsent(loan.bareKey(), fresh);
            (known == null ? fresh : known).add(loan);
            count++;
            return loan;
        } finally {
            lock.unlock();
        }
    }

    void renew(Loan loan, Duration life) {
        loan.endsAt(Lives.end(time.nanos(), life));
    }

    void end(Loan loan) {
        lock.lock();
        try {
            end(loan.bareKey(), loan::equals);
        } finally {
            lock.unlock();
        }
    }

    /** Those of a key. */
    void end(Target target, Object key) {
        lock.lock();
        try {
            end(Loan.bare(key), loan -> loan.isOf(target));
        } finally {
            lock.unlock();
        }
    }

    /** Those below a mark, whatever its mode. */
    void end(Mark mark) {
        lock.lock();
        try {
            end(loan -> loan.isBelow(mark));
        } finally {
            lock.unlock();
        }
    }

    private void end(Predicate<Loan> ends) {
        List.copyOf(loans.keySet()).forEach(key -> end(key, ends));
    }

    private void end(Object bareKey, Predicate<Loan> ends) {
        Set<Loan> ofKey = loans.getOrDefault(bareKey, Set.of());
        List<Loan> ended = ofKey.stream().filter(ends).toList();
        ended.forEach(Loan::end);
        ended.forEach(ofKey::remove);
        count -= ended.size();
        if (ofKey.isEmpty()) {
            loans.remove(bareKey);
        }
    }

    int size() {
        lock.lock();
        try {
            return count;
        } finally {
            lock.unlock();
        }
    }
}
