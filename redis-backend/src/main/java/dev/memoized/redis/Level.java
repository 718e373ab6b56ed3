package dev.memoized.redis;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.memoized.spi.Entry;
import org.jspecify.annotations.Nullable;

/**
 * The numbers of one mark, or the highest of several.
 *
 * @param hard what lies below it is gone
 * @param soft what lies below it is stale
 */
record Level(long hard, long soft) {
    static final Level NONE = new Level(Long.MIN_VALUE, Long.MIN_VALUE);

    /** A mark that is not there may have been lost, and counts as raised with the number of now; without that, all is gone. */
    static Level of(byte @Nullable [] mark, byte @Nullable [] number) {
        if (mark == null) {
            return new Level(number == null ? Long.MAX_VALUE : number(number), Long.MIN_VALUE);
        }
        String both = text(mark);
        int gap = both.indexOf(' ');
        return new Level(whole(both.substring(0, Math.max(gap, 0))), whole(both.substring(gap + 1)));
    }

    /** That of the last invalidation. */
    static long number(byte[] digits) {
        return whole(text(digits));
    }

    private static String text(byte[] bytes) {
        return new String(bytes, US_ASCII);
    }

    /** What is no number was written by somebody else. */
    private static long whole(String digits) {
        try {
            return Long.parseLong(digits);
        } catch (NumberFormatException odd) {
            return Long.MAX_VALUE;
        }
    }

    /** What it leaves of an entry: nothing, the entry, or one that is stale. */
    @Nullable
    Entry<byte[]> leaves(Entry<byte[]> entry) {
        if (hard > entry.asOf()) {
            return null;
        }
        return soft > entry.asOf() ? entry.softly() : entry;
    }

    /** Whether what bears the number lies below it, or is stale by it. */
    boolean isAbove(long asOf) {
        return hard > asOf || soft > asOf;
    }

    Level and(Level other) {
        return new Level(Math.max(hard, other.hard), Math.max(soft, other.soft));
    }
}
