package dev.memoized.testing;

import dev.memoized.spi.Entry;
import dev.memoized.spi.Envelope;
import dev.memoized.spi.StoreStats;
import dev.memoized.spi.TaggedKey;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The entries of one namespace of a {@link MemoryByteBackend}. Used under its lock. */
final class MemoryCells {
    private static final Duration LONGEST = Duration.ofNanos(Long.MAX_VALUE / 2);

    private final Map<String, MemoryCell> cells = new HashMap<>();
    private final String name;
    private final MemoryByteBackend backend;
    private long unreadable;

    MemoryCells(String name, MemoryByteBackend backend) {
        this.name = name;
        this.backend = backend;
    }

    static String text(Object key) {
        return key instanceof TaggedKey tagged ? text(tagged.key()) : (String) key;
    }

    static boolean isNone(Duration life) {
        return life.isZero() || life.isNegative();
    }

    long deadline(Duration life) {
        return backend.time().nanos() + (life.compareTo(LONGEST) < 0 ? life : LONGEST).toNanos();
    }

    @Nullable
    Entry<byte[]> find(Object key) {
        MemoryCell cell = cells.get(text(key));
        if (cell == null || cell.deadline() - backend.time().nanos() <= 0) {
            return null;
        }
        if (cell.content(backend.largest()) instanceof Envelope.Whole whole) {
            return backend.marks().left(cell.counted(whole.entry()), name, key);
        }
        unreadable++;
        return null;
    }

    /** In place of what was there, also when it is too large to be taken. */
    boolean keep(Object key, Entry<byte[]> entry, Duration life) {
        MemoryCell cell = MemoryCell.of(entry, deadline(life));
        boolean taken = cell.size() <= backend.largest();
        remove(key);
        if (taken && !isNone(life)) {
            cells.put(text(key), cell);
        }
        return taken;
    }

    void remove(Object key) {
        cells.remove(text(key));
    }

    /** Gives what is there another life. */
    void live(Object key, Duration life) {
        cells.computeIfPresent(text(key), (same, cell) -> cell.until(deadline(life)));
    }

    /** Adds to the number that is there. */
    long plus(Object key, long delta) {
        MemoryCell cell = Objects.requireNonNull(cells.get(text(key))).plus(delta);
        cells.put(text(key), cell);
        return cell.number();
    }

    byte[] bytes(String key) {
        MemoryCell cell = cells.get(key);
        return cell == null ? new byte[0] : cell.bytes();
    }

    void overwrite(String key, byte[] bytes) {
        cells.computeIfPresent(key, (same, cell) -> cell.of(bytes));
    }

    StoreStats stats() {
        return new StoreStats(cells.size(), 0, unreadable);
    }
}
