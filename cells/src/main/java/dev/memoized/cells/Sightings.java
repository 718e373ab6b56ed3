package dev.memoized.cells;

import dev.memoized.spi.TimeSource;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;

/**
 * When this JVM first saw the leases of others, or heard of the change that brought them. Their lives are counted from then
 * on: that is never too short, and no two clocks are compared. Thread-safe.
 */
final class Sightings {
    private static final int ROOM = 1_000;

    /** An older state of a cell may be heard of after a newer one. */
    private static final long KEPT = Duration.ofMinutes(1).toNanos();

    private final ReentrantLock lock = new ReentrantLock();
    private final Map<String, Map<Sighted, Long>> ends = new HashMap<>();
    private final Map<String, Change> changes = new Latest();
    private final TimeSource time;
    private int room = ROOM;

    /** What a cell has had since then, on a ground that tells names only. */
    private record Change(long version, long nanos) {}

    /** The latest of them: a lease whose change is forgotten lives until a while after it was seen. */
    private static final class Latest extends LinkedHashMap<String, Change> {
        private static final int MOST = 10_000;
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Change> eldest) {
            return size() > MOST;
        }
    }

    private record Sighted(String token, int renewals) {}

    Sightings(TimeSource time) {
        this.time = time;
    }

    /** A cell has this version now; 0 for none. */
    void heard(String name, long version) {
        lock.lock();
        try {
            changes.remove(name);
            if (version != 0) {
                changes.put(name, new Change(version, time.nanos()));
            }
        } finally {
            lock.unlock();
        }
    }

    /** Versions that were heard of may come again. */
    void forget() {
        lock.lock();
        try {
            changes.clear();
        } finally {
            lock.unlock();
        }
    }

    /**
     * A cell as it is now.
     *
     * @param version 0 when it is not known
     */
    void see(String name, Cell cell, long version) {
        lock.lock();
        try {
            if (cell.rights().isEmpty()) {
                ends.remove(name);
                return;
            }
            long now = time.nanos();
            Change change = changes.get(name);
            long since = version != 0 && change != null && change.version() == version ? change.nanos() : now;
            Map<Sighted, Long> known = new HashMap<>(ends.getOrDefault(name, Map.of()));
            known.entrySet().removeIf(each -> each.getValue() - now <= -KEPT && !isIn(cell, each.getKey()));
            for (Right right : cell.rights()) {
                Sighted sighted = new Sighted(right.token(), right.renewals());
                long end = since + 1_000 * right.life();
                Long earlier = known.putIfAbsent(sighted, end);
                if (earlier != null && end - earlier < 0) {
                    known.put(sighted, end);
                }
            }
            makeRoom(now);
            ends.put(name, known);
        } finally {
            lock.unlock();
        }
    }

    private static boolean isIn(Cell cell, Sighted sighted) {
        return cell.right(sighted.token())
                .filter(right -> right.renewals() == sighted.renewals())
                .isPresent();
    }

    /** How long one lives on, in nanoseconds; zero or less when it has ended. Of one that was not seen: its life. */
    long left(String name, Right right) {
        lock.lock();
        try {
            Long end = ends.getOrDefault(name, Map.of()).get(new Sighted(right.token(), right.renewals()));
            return end == null ? 1_000 * right.life() : end - time.nanos();
        } finally {
            lock.unlock();
        }
    }

    /** Those that nobody asks for any more are forgotten when their lives have ended. */
    private void makeRoom(long now) {
        if (ends.size() >= room) {
            for (String name : List.copyOf(ends.keySet())) {
                if (ends.getOrDefault(name, Map.of()).values().stream().allMatch(end -> end - now <= 0)) {
                    ends.remove(name);
                }
            }
            room = Math.max(ROOM, 2 * ends.size());
        }
    }
}
