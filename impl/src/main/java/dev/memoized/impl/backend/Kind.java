package dev.memoized.impl.backend;

import dev.memoized.impl.type.Erasure;
import java.lang.reflect.Type;
import org.jspecify.annotations.Nullable;

/**
 * What values a program expects in a namespace: those of a class, and whole numbers in the width that it names. Where it
 * names none, they are as narrow as an {@code Integer} if they fit, because a store of bytes cannot tell.
 *
 * @param type without its arguments
 */
public record Kind(Class<?> type) {
    /** Of values of that type. */
    public static Kind of(Type type) {
        return new Kind(Erasure.boxed(type));
    }

    /** A whole number that may be counted. */
    static boolean isWhole(@Nullable Object value) {
        return value instanceof Integer || value instanceof Long || value instanceof Short || value instanceof Byte;
    }

    /** Whether the program can take it. */
    public boolean fits(@Nullable Object value) {
        return value == null || type.isInstance(seen(value));
    }

    /** The value as the program sees it. */
    public @Nullable Object seen(@Nullable Object value) {
        return value != null && isWhole(value) ? seen(((Number) value).longValue()) : value;
    }

    private Object seen(long number) {
        if (type == Long.class) {
            return number;
        }
        if (type == Short.class && number == (short) number) {
            return (short) number;
        }
        if (type == Byte.class && number == (byte) number) {
            return (byte) number;
        }
        return number == (int) number ? (Object) (int) number : (Object) number;
    }
}
