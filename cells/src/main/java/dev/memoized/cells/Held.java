package dev.memoized.cells;

import dev.memoized.spi.Entry;
import org.jspecify.annotations.Nullable;

/**
 * An entry as it lies in a cell.
 *
 * @param entry its time is the writer's time of day in microseconds; it is not soft
 * @param endsAt the end of its life, as such a time
 * @param exempt null when all marks count
 */
record Held(Entry<byte[]> entry, long endsAt, @Nullable Exempt exempt) {
    /** That of an entry which does not end by itself. */
    static final long NEVER = Long.MAX_VALUE;

    boolean isOverAt(long micros) {
        return endsAt != NEVER && endsAt <= micros;
    }

    Held until(long end) {
        return new Held(entry, end, exempt);
    }

    Held withValue(byte[] value) {
        return new Held(entry.withValue(value), endsAt, exempt);
    }

    /** Whether a mark that was raised to a number takes it, or leaves it stale. */
    boolean isBelow(String mark, long raised) {
        return raised > entry.asOf() && (exempt == null || !exempt.covers(mark, raised));
    }

    /** Not below the mark that was raised with it. */
    long number() {
        return exempt == null ? entry.asOf() : Math.max(entry.asOf(), exempt.number());
    }
}
