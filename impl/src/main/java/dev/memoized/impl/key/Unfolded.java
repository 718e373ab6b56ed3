package dev.memoized.impl.key;

import java.net.URL;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Calendar;
import java.util.Date;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.SimpleTimeZone;
import java.util.TimeZone;
import org.jspecify.annotations.Nullable;

/**
 * A value that is known to be the sum of a fixed number of others.
 *
 * @param kind what it is
 * @param values what it is made of
 */
record Unfolded(Class<?> kind, List<? extends @Nullable Object> values) {

    private static Unfolded sumOf(Class<?> kind, @Nullable Object... values) {
        return new Unfolded(kind, Arrays.asList(values));
    }

    static @Nullable Unfolded of(Object value) {
        if (value instanceof Record record) {
            return sumOf(record.getClass(), RecordShape.values(record));
        }
        if (value instanceof Map.Entry<?, ?> entry) {
            return sumOf(Map.Entry.class, entry.getKey(), entry.getValue());
        }
        Unfolded optional = ofOptional(value);
        if (optional != null || !isOfJdk(value.getClass())) {
            return optional;
        }
        Unfolded ofTime = ofTime(value);
        return ofTime != null ? ofTime : ofBytes(value);
    }

    private static @Nullable Unfolded ofOptional(Object value) {
        if (value instanceof Optional<?> optional) {
            return sumOf(Optional.class, optional.stream().toArray());
        }
        if (value instanceof OptionalInt optional) {
            return sumOf(OptionalInt.class, optional.stream().boxed().toArray());
        }
        if (value instanceof OptionalLong optional) {
            return sumOf(OptionalLong.class, optional.stream().boxed().toArray());
        }
        return value instanceof OptionalDouble optional
                ? sumOf(OptionalDouble.class, optional.stream().boxed().toArray())
                : null;
    }

    // A subclass made by others may have more state than we know of.
    static boolean isOfJdk(Class<?> type) {
        return type.getClassLoader() == null || type.getName().startsWith("java.");
    }

    @SuppressWarnings("JavaUtilDate") // applications still pass it
    private static @Nullable Unfolded ofTime(Object value) {
        if (value instanceof Date date) {
            boolean hasNanos = date.getClass().getName().equals("java.sql.Timestamp");
            return sumOf(date.getClass(), hasNanos ? date.toInstant() : (Object) date.getTime());
        }
        if (value instanceof Calendar calendar) {
            return ofCalendar((Calendar) calendar.clone()); // reading the time may write fields
        }
        if (value instanceof SimpleTimeZone zone) {
            return sumOf(SimpleTimeZone.class, zone.getID(), zone.toString());
        }
        return value instanceof TimeZone zone ? sumOf(TimeZone.class, zone.getID()) : null;
    }

    private static Unfolded ofCalendar(Calendar calendar) {
        return sumOf(
                calendar.getClass(),
                calendar.getTimeInMillis(),
                calendar.getTimeZone(),
                calendar.isLenient(),
                calendar.getFirstDayOfWeek(),
                calendar.getMinimalDaysInFirstWeek(),
                calendar instanceof GregorianCalendar gregorian ? gregorian.getGregorianChange() : null);
    }

    private static @Nullable Unfolded ofBytes(Object value) {
        if (value instanceof BitSet bits) {
            return sumOf(BitSet.class, (Object) bits.toLongArray());
        }
        if (value instanceof ByteBuffer buffer) {
            byte[] bytes = new byte[buffer.remaining()];
            buffer.duplicate().get(bytes);
            return sumOf(ByteBuffer.class, (Object) bytes);
        }
        // Its equals and hashCode ask the name server.
        return value instanceof URL url ? sumOf(URL.class, url.toExternalForm()) : null;
    }
}
