package dev.memoized.impl.codec;

import dev.memoized.impl.type.Erasure;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Whole numbers as stores of bytes count them. The text does not tell an {@code Integer} from a {@code Long}. */
public final class DecimalText {
    private static final int LONGEST = Long.toString(Long.MIN_VALUE).length();

    private DecimalText() {}

    /** Whether a value is written so. */
    public static boolean isWritten(@Nullable Object value) {
        return value instanceof Integer || value instanceof Long;
    }

    /** The text of such a value. */
    public static byte[] bytes(@Nullable Object value) {
        return String.valueOf(value).getBytes(StandardCharsets.US_ASCII);
    }

    /** Whether bytes begin as a number does. */
    public static boolean isIn(byte[] bytes) {
        return bytes.length > 0 && (bytes[0] == '-' || (bytes[0] >= '0' && bytes[0] <= '9'));
    }

    /**
     * The number.
     *
     * @param type declared; without a word on it the number is an {@code Integer} as long as it can be one
     * @throws UnreadableException when the text is another, or the number is not of that type
     */
    public static Object number(byte[] bytes, Type type) {
        long number = parse(bytes);
        Object value = type == Long.class || number != (int) number ? (Object) number : (Object) (int) number;
        if (!Erasure.of(type).isInstance(value)) {
            throw new UnreadableException("it is a number, and of another type");
        }
        return value;
    }

    private static long parse(byte[] bytes) {
        if (bytes.length > LONGEST) {
            throw new UnreadableException("it is too long for a number");
        }
        try {
            return Long.parseLong(new String(bytes, StandardCharsets.US_ASCII));
        } catch (NumberFormatException odd) {
            throw new UnreadableException("it begins as a number and is none");
        }
    }

    /** For a store that holds no bytes where there should be some. */
    public static UnreadableException nothing() {
        return new UnreadableException("there are no bytes");
    }
}
