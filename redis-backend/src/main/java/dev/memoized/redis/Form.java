package dev.memoized.redis;

import dev.memoized.spi.Entry;
import dev.memoized.spi.Envelope;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;

/**
 * An entry as it lies in Redis: facts and value in an {@link Envelope}; of a whole number the digits and a zero byte before
 * the facts, so that scripts can count it.
 */
final class Form {
    private static final byte[] NOTHING = {};
    private static final Duration LONGEST = Duration.ofDays(50_000);

    /** The two parts of what a script stores. */
    static final class Parts {
        private final byte[] digits;
        private final byte[] facts;

        private Parts(byte[] digits, Entry<byte[]> entry) {
            this.digits = digits;
            this.facts = Envelope.write(entry, 0);
        }

        /** With the zero byte, or empty. */
        byte[] digits() {
            return digits.clone();
        }

        /** The script gives them number and time. */
        byte[] facts() {
            return facts.clone();
        }
    }

    private Form() {}

    static Parts parts(Entry<byte[]> entry) {
        byte[] value = entry.value();
        return value != null && isNumber(value)
                ? new Parts(Arrays.copyOf(value, value.length + 1), entry.withValue(null))
                : new Parts(NOTHING, entry);
    }

    private static boolean isNumber(byte[] value) {
        return value.length > 0 && (value[0] == '-' || Character.isDigit(value[0]));
    }

    /** What the bytes are, and the time in the server's. */
    static Envelope.Content read(byte[] bytes) {
        if (!isNumber(bytes)) {
            return Envelope.read(bytes, Integer.MAX_VALUE);
        }
        int end = 0;
        while (end < bytes.length && bytes[end] != 0) {
            end++;
        }
        byte[] digits = Arrays.copyOf(bytes, end);
        byte[] facts = Arrays.copyOfRange(bytes, Math.min(end + 1, bytes.length), bytes.length);
        return Envelope.read(facts, Integer.MAX_VALUE) instanceof Envelope.Whole whole
                ? new Envelope.Whole(whole.entry().withValue(digits))
                : new Envelope.Unreadable();
    }

    /** A life in milliseconds as scripts take it. */
    static byte[] life(Duration life) {
        if (life.isZero() || life.isNegative()) {
            return ascii(0);
        }
        return ascii(
                life.compareTo(LONGEST) > 0
                        ? -1
                        : Math.max(1, life.plusNanos(999_999).toMillis()));
    }

    /** A lease's life in microseconds. */
    static byte[] micros(Duration life) {
        Duration bounded = life.compareTo(LONGEST) > 0 ? LONGEST : life;
        return ascii(Math.max(1, bounded.plusNanos(999).toNanos() / 1_000));
    }

    static byte[] ascii(long number) {
        return ascii(Long.toString(number));
    }

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
