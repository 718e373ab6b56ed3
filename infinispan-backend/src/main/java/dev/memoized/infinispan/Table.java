package dev.memoized.infinispan;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import dev.memoized.BackendException;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;
import org.infinispan.Cache;
import org.jspecify.annotations.Nullable;

/** Cells in a cache, changed by compare-and-set. Thread-safe. */
final class Table {
    /** Longer lives are as good as for ever. */
    private static final Duration LONGEST = Duration.ofDays(50_000);

    /** How long after the end of all that lies in it a cell stays: ends are told by more than one clock. */
    private static final Duration STAYS = Duration.ofMinutes(1);

    private final AtomicLong unreadable = new AtomicLong();
    private final Cache<String, byte[]> cache;
    private final Era era;

    Table(Cache<String, byte[]> cache, Era era) {
        this.cache = cache;
        this.era = era;
    }

    /** A cell, and the bytes by which the cache knows that nobody has changed it. */
    static final class Seen {
        private final byte @Nullable [] bytes;
        private final Cell cell;

        private Seen(byte @Nullable [] bytes, Cell cell) {
            this.bytes = bytes;
            this.cell = cell;
        }

        Cell cell() {
            return cell;
        }
    }

    /** What lies there now. */
    Seen see(String name) {
        return seen(cache.get(name));
    }

    private Seen seen(byte @Nullable [] bytes) {
        return new Seen(bytes, bytes == null ? Cell.empty(era.current(), 0) : cell(bytes));
    }

    private Cell cell(byte[] bytes) {
        Cell cell = CellForm.read(bytes);
        if (cell == null) {
            unreadable.incrementAndGet();
            return Cell.empty(era.current(), Arrays.hashCode(bytes));
        }
        return ofNow(cell);
    }

    /** What is of another era is nothing. */
    private Cell ofNow(Cell cell) {
        long now = era.current();
        return cell.era() == now ? cell : Cell.empty(now, cell.version());
    }

    /** What somebody has put there; null when it cannot be read. */
    @Nullable
    Cell heard(byte[] bytes) {
        try {
            Cell cell = CellForm.read(bytes);
            return cell == null ? null : ofNow(cell);
        } catch (BackendException newer) {
            return null;
        }
    }

    /**
     * Puts another cell where one was seen.
     *
     * @param life how long the longest of what lies in it lives on
     * @return false when somebody else has changed it since: then nothing has changed
     */
    boolean set(String name, Seen seen, Cell next, Duration life) {
        byte[] bytes = CellForm.write(next);
        return seen.bytes == null
                ? cache.putIfAbsent(name, bytes, millis(life), MILLISECONDS) == null
                : cache.replace(name, seen.bytes, bytes, millis(life), MILLISECONDS);
    }

    /**
     * Puts another cell there, whatever lies there: with all members, those too that hold what others have evicted.
     *
     * @return what lay there
     */
    Seen put(String name, Cell next, Duration life) {
        return seen(cache.put(name, CellForm.write(next), millis(life), MILLISECONDS));
    }

    /**
     * What the member sees that decides. If that one has evicted what this one holds, nothing is left with anybody.
     *
     * @param nothing an empty cell, of a version that nobody has seen
     */
    Seen agree(String name, Cell nothing) {
        byte[] bytes = CellForm.write(nothing);
        byte[] there = cache.putIfAbsent(name, bytes, millis(Duration.ZERO), MILLISECONDS);
        return seen(there == null ? bytes : there);
    }

    private static long millis(Duration life) {
        return life.compareTo(LONGEST) > 0 ? -1 : life.plus(STAYS).toMillis();
    }

    /** How many cells could not be read. */
    long unreadable() {
        return unreadable.get();
    }
}
