package dev.memoized.impl.local;

import dev.memoized.NotACounterException;
import dev.memoized.impl.log.StoreMessage;
import dev.memoized.spi.Namespace;
import org.jspecify.annotations.Nullable;

/**
 * A whole number that is counted up and down.
 *
 * @param number its value
 * @param wide whether it was stored as a {@code Long}
 */
record Counter(long number, boolean wide) {

    static Counter of(@Nullable Object value, Namespace namespace) {
        if (value instanceof Long || value instanceof Integer || value instanceof Short || value instanceof Byte) {
            return new Counter(((Number) value).longValue(), value instanceof Long);
        }
        String type = value == null ? "null" : value.getClass().getName();
        throw new NotACounterException(StoreMessage.NOT_A_COUNTER.text(namespace.name(), type));
    }

    /** Does not pass the largest number, and not zero on its way down. */
    Counter plus(long delta) {
        long sum = number + delta;
        if (delta < 0) {
            return new Counter(number < 0 ? 0 : Math.max(0, sum), wide);
        }
        return new Counter(sum < number ? Long.MAX_VALUE : sum, wide);
    }

    /** An {@code Integer} stays one as long as it can. */
    Object value() {
        boolean narrow = !wide && number == (int) number;
        return narrow ? (Object) (int) number : (Object) number;
    }
}
