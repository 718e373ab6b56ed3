package dev.memoized.impl.codec;

import java.io.DataInput;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How simple values are written. A letter, once given, is never given another meaning. */
final class ScalarForms {
    private static final List<Form<?>> ALL = List.of(
            new Form<>('Z', Boolean.class, (value, out) -> out.writeBoolean(value), DataInput::readBoolean),
            new Form<>('B', Byte.class, (value, out) -> out.writeByte(value), DataInput::readByte),
            new Form<>('S', Short.class, (value, out) -> out.writeShort(value), DataInput::readShort),
            new Form<>('C', Character.class, (value, out) -> out.writeChar(value), DataInput::readChar),
            new Form<>('I', Integer.class, (value, out) -> out.writeInt(value), DataInput::readInt),
            new Form<>('J', Long.class, (value, out) -> out.writeLong(value), DataInput::readLong),
            new Form<>('F', Float.class, (value, out) -> out.writeFloat(value), DataInput::readFloat),
            new Form<>('D', Double.class, (value, out) -> out.writeDouble(value), DataInput::readDouble),
            new Form<>(
                    's',
                    String.class,
                    (value, out) -> writeBytes(StrictText.bytes(value), out),
                    in -> StrictText.text(readBytes(in))),
            new Form<>('b', byte[].class, ScalarForms::writeBytes, ScalarForms::readBytes),
            new Form<>(
                    'i',
                    BigInteger.class,
                    (value, out) -> writeBytes(value.toByteArray(), out),
                    in -> new BigInteger(readBytes(in))),
            new Form<>('d', BigDecimal.class, ScalarForms::writeDecimal, ScalarForms::readDecimal),
            new Form<>(
                    'u',
                    UUID.class,
                    (value, out) -> {
                        out.writeLong(value.getMostSignificantBits());
                        out.writeLong(value.getLeastSignificantBits());
                    },
                    in -> new UUID(in.readLong(), in.readLong())),
            new Form<>(
                    't',
                    Instant.class,
                    (value, out) -> writeTime(value.getEpochSecond(), value.getNano(), out),
                    in -> Instant.ofEpochSecond(in.readLong(), in.readInt())),
            new Form<>(
                    'p',
                    Duration.class,
                    (value, out) -> writeTime(value.getSeconds(), value.getNano(), out),
                    in -> Duration.ofSeconds(in.readLong(), in.readInt())),
            iso('y', LocalDate.class, LocalDate::parse),
            iso('h', LocalTime.class, LocalTime::parse),
            iso('x', LocalDateTime.class, LocalDateTime::parse));

    private static final Map<Class<?>, Form<?>> BY_CLASS =
            ALL.stream().collect(Collectors.toUnmodifiableMap(Form::type, Function.identity()));
    private static final Map<Character, Form<?>> BY_LETTER =
            ALL.stream().collect(Collectors.toUnmodifiableMap(Form::letter, Function.identity()));

    private ScalarForms() {}

    /** Writes a value. */
    @FunctionalInterface
    private interface Writing<T> {
        void write(T value, DataOutputStream out) throws IOException;
    }

    /** Reads a value. */
    @FunctionalInterface
    private interface Reading<T> {
        T read(DataInputStream in) throws IOException;
    }

    /** How values of one class are written, and by which letter they are known. */
    record Form<T>(char letter, Class<T> type, Writing<T> writing, Reading<T> reading) {
        void write(Object value, DataOutputStream out) throws IOException {
            out.writeByte(letter);
            writing.write(type.cast(value), out);
        }

        T read(DataInputStream in) throws IOException {
            return reading.read(in);
        }
    }

    static boolean isTaken(Class<?> type) {
        return BY_CLASS.containsKey(type);
    }

    static @Nullable Form<?> of(Class<?> type) {
        return BY_CLASS.get(type);
    }

    static @Nullable Form<?> of(char letter) {
        return BY_LETTER.get(letter);
    }

    private static <T> Form<T> iso(char letter, Class<T> type, Function<String, T> parse) {
        return new Form<>(
                letter,
                type,
                (value, out) -> writeBytes(value.toString().getBytes(StandardCharsets.US_ASCII), out),
                in -> parse.apply(new String(readBytes(in), StandardCharsets.US_ASCII)));
    }

    private static void writeTime(long seconds, int nanos, DataOutputStream out) throws IOException {
        out.writeLong(seconds);
        out.writeInt(nanos);
    }

    private static void writeDecimal(BigDecimal value, DataOutputStream out) throws IOException {
        out.writeInt(value.scale());
        writeBytes(value.unscaledValue().toByteArray(), out);
    }

    private static BigDecimal readDecimal(DataInputStream in) throws IOException {
        int scale = in.readInt();
        return new BigDecimal(new BigInteger(readBytes(in)), scale);
    }

    private static void writeBytes(byte[] bytes, DataOutputStream out) throws IOException {
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static byte[] readBytes(DataInputStream in) throws IOException {
        int length = in.readInt();
        if (length < 0 || length > in.available()) {
            throw new IOException("longer than what is there");
        }
        return in.readNBytes(length);
    }
}
