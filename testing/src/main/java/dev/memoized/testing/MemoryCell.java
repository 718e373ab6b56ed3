package dev.memoized.testing;

import dev.memoized.spi.Entry;
import dev.memoized.spi.Envelope;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** What lies under a key. */
final class MemoryCell {
    private final byte[] envelope;
    private final @Nullable String digits;
    private final long deadline;

    /**
     * Something with facts.
     *
     * @param envelope the facts, and the value unless it is a number; not copied
     * @param digits of a whole number, which is counted without touching its facts; else null
     * @param deadline the end of its life
     */
    MemoryCell(byte[] envelope, @Nullable String digits, long deadline) {
        this.envelope = envelope;
        this.digits = digits;
        this.deadline = deadline;
    }

    long deadline() {
        return deadline;
    }

    static MemoryCell of(Entry<byte[]> entry, long deadline) {
        byte[] value = entry.value();
        boolean counted = isNumber(value);
        return new MemoryCell(
                Envelope.write(counted ? entry.withValue(null) : entry, entry.computedAt()),
                counted && value != null ? new String(value, StandardCharsets.US_ASCII) : null,
                deadline);
    }

    /** No other value begins so. */
    static boolean isNumber(byte @Nullable [] value) {
        return value != null && value.length > 0 && (value[0] == '-' || (value[0] >= '0' && value[0] <= '9'));
    }

    Envelope.Content content(int limit) {
        return Envelope.read(envelope, limit);
    }

    Entry<byte[]> counted(Entry<byte[]> entry) {
        return digits == null ? entry : entry.withValue(digits.getBytes(StandardCharsets.US_ASCII));
    }

    long number() {
        return Long.parseLong(String.valueOf(digits));
    }

    /** Not below zero on its way down, and not beyond the largest number. */
    MemoryCell plus(long delta) {
        long number = number();
        long sum = number + delta;
        long next;
        if (delta < 0) {
            next = number < 0 ? 0 : Math.max(0, sum);
        } else {
            next = sum < number ? Long.MAX_VALUE : sum;
        }
        return new MemoryCell(envelope, Long.toString(next), deadline);
    }

    MemoryCell until(long end) {
        return new MemoryCell(envelope, digits, end);
    }

    MemoryCell of(byte[] bytes) {
        return isNumber(bytes)
                ? new MemoryCell(envelope, new String(bytes, StandardCharsets.US_ASCII), deadline)
                : new MemoryCell(bytes.clone(), null, deadline);
    }

    byte[] bytes() {
        return digits == null ? envelope.clone() : digits.getBytes(StandardCharsets.US_ASCII);
    }

    int size() {
        return envelope.length;
    }
}
