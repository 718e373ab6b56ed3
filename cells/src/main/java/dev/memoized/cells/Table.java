package dev.memoized.cells;

import dev.memoized.BackendException;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Cells of a ground, as what they are. Thread-safe. */
final class Table {
    /** Longer lives are as good as for ever. */
    private static final Duration LONGEST = Duration.ofDays(50_000);

    /** How long after the end of all that lies in it a cell stays: ends are told by more than one clock. */
    private static final Duration STAYS = Duration.ofMinutes(1);

    private final AtomicLong unreadable = new AtomicLong();
    private final Cells cells;
    private final Era era;

    Table(Cells cells, Era era) {
        this.cells = cells;
        this.era = era;
    }

    /**
     * A cell, and that by which the ground knows that nobody has changed it.
     *
     * @param stored as it lies there
     * @param cell what it is
     */
    record Seen(Stored stored, Cell cell) {}

    /** What lies there now. */
    Seen see(String name) {
        return seen(cells.see(name));
    }

    Seen seen(Stored stored) {
        byte[] bytes = stored.bytes();
        return new Seen(stored, bytes == null ? Cell.empty(era.current(), 0) : cell(bytes));
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

    /** What somebody has put there, or taken away; null when it cannot be read. */
    @Nullable
    Cell heard(byte @Nullable [] bytes) {
        try {
            Cell cell = bytes == null ? Cell.empty(era.current(), 0) : CellForm.read(bytes);
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
        return cells.set(name, seen.stored(), CellForm.write(next), millis(life));
    }

    /**
     * Puts another cell there, whatever lies there: with all members, those too that hold what others have evicted.
     *
     * @return what lay there
     */
    Seen put(String name, Cell next, Duration life) {
        return seen(cells.put(name, CellForm.write(next), millis(life)));
    }

    /**
     * What the member sees that decides. If that one has evicted what this one holds, nothing is left with anybody.
     *
     * @param nothing an empty cell, of a version that nobody has seen
     */
    Seen agree(String name, Cell nothing) {
        return seen(cells.agree(name, CellForm.write(nothing), millis(Duration.ZERO)));
    }

    private static long millis(Duration life) {
        return life.compareTo(LONGEST) > 0 ? Cells.FOR_GOOD : life.plus(STAYS).toMillis();
    }

    /** How many cells could not be read. */
    long unreadable() {
        return unreadable.get();
    }
}
