package dev.memoized.impl.codec;

import dev.memoized.impl.codec.Payload.Kind;
import dev.memoized.impl.type.Erasure;
import dev.memoized.spi.ValueCodec;
import java.lang.reflect.Type;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The values of one declared type as bytes. An {@code Optional} is no object inside: what it holds is written, or that it
 * holds nothing. Thread-safe.
 */
public final class ValueForm {
    /** How many bytes a value may take unless somebody says otherwise: a mebibyte. */
    public static final int LARGEST = 1 << 20;

    private final Type type;
    private final boolean optional;
    private final ValueCodec codec;
    private final int limit;
    private final long fingerprint;

    /**
     * For one type.
     *
     * @param declared of the method's result, or the stage's; or what the view was opened for
     * @param codec that takes it
     * @param limit how many bytes a value may take, with what is written about it
     */
    public ValueForm(Type declared, ValueCodec codec, int limit) {
        this.optional = Declared.isOptional(declared);
        this.type = optional ? inside(declared) : Declared.boxed(declared);
        this.codec = codec;
        this.limit = limit;
        this.fingerprint = Fingerprint.of(declared);
    }

    private static Type inside(Type declared) {
        return Declared.argumentsOf(declared).stream().findFirst().orElse(Object.class);
    }

    /** Whether a value never changes, so that all may have the same one. */
    public static boolean isImmutable(Object value) {
        return value instanceof Optional<?> box
                ? box.isEmpty() || isImmutable(box.get())
                : value instanceof Enum<?> || JdkTypes.isImmutable(value.getClass());
    }

    /** What is decoded. */
    public Type type() {
        return type;
    }

    /** How many bytes a value may take. */
    public int limit() {
        return limit;
    }

    /**
     * Writes a value.
     *
     * @param key the text of its key
     * @throws TooLargeException when it takes more room than it may
     * @throws Exception the codec's own, when it cannot be written
     */
    public byte[] encode(@Nullable Object value, String key) throws Exception {
        byte[] bytes = payload(value, Payload.endOf(key)).write();
        if (bytes.length > limit) {
            throw new TooLargeException(bytes.length, limit);
        }
        return bytes;
    }

    private Payload payload(@Nullable Object value, String key) throws Exception {
        if (value == null) {
            return new Payload(Kind.NULL, codec.id(), fingerprint, key, new byte[0]);
        }
        if (optional && value instanceof Optional<?> box) {
            return box.isEmpty()
                    ? new Payload(Kind.EMPTY, codec.id(), fingerprint, key, new byte[0])
                    : payload(box.get(), key);
        }
        return new Payload(Kind.VALUE, codec.id(), fingerprint, key, codec.encode(value, type));
    }

    /**
     * Reads a value.
     *
     * @param bytes anything
     * @param key the text of the key that they were found under
     * @throws UnreadableException when they are no value of that key and type, or cannot be read by this codec
     */
    public @Nullable Object decode(byte[] bytes, String key) {
        Payload payload = Payload.read(bytes, limit);
        check(payload.codec().equals(codec.id()), "another codec wrote it");
        check(payload.fingerprint() == fingerprint, "it is of another type, or its type has changed");
        check(payload.key().equals(Payload.endOf(key)), "it is of another key");
        return switch (payload.kind()) {
            case NULL -> null;
            case EMPTY -> empty();
            case VALUE -> value(payload.body());
        };
    }

    private Object empty() {
        check(optional, "it is an empty Optional");
        return Optional.empty();
    }

    private Object value(byte[] body) {
        Object value = decode(body);
        check(Erasure.of(type).isInstance(value), "what was read is of another class");
        return optional ? Optional.of(value) : value;
    }

    private Object decode(byte[] body) {
        try {
            return codec.decode(body, type);
        } catch (Exception | StackOverflowError | LinkageError | AssertionError failure) {
            throw new UnreadableException(
                    "its codec failed: " + failure.getClass().getName());
        }
    }

    private static void check(boolean asItShould, String oddity) {
        if (!asItShould) {
            throw new UnreadableException(oddity);
        }
    }
}
