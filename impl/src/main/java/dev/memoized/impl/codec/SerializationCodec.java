package dev.memoized.impl.codec;

import dev.memoized.impl.log.WiringMessage;
import dev.memoized.impl.type.Erasure;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InvalidClassException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.OutputStream;
import java.io.Serializable;
import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import java.util.Optional;
import java.util.Set;

/**
 * Java serialization, for who must: the bytes name the classes, so that each of them has to be allowed, and nothing else
 * is loaded. Made by the application, which alone knows its classes; there is none by default.
 */
public final class SerializationCodec implements TypedCodec {
    private final AllowedClasses allowed;

    /**
     * For values of these classes, and of the JDK's values and collections.
     *
     * @param allowed names of classes, or of packages with {@code .*} behind them, which goes for those below, too
     * @throws IllegalArgumentException for an empty set, and for {@code "*"}
     */
    public SerializationCodec(Set<String> allowed) {
        this.allowed = new AllowedClasses(allowed);
    }

    @Override
    public String id() {
        return "java";
    }

    @Override
    public Optional<Refusal> refused(Type type) {
        Class<?> raw = Erasure.of(type);
        boolean free = Modifier.isAbstract(raw.getModifiers()) || raw.isPrimitive() || raw.isArray();
        boolean taken = free || (Serializable.class.isAssignableFrom(raw) && allowed.isAllowed(raw));
        return taken
                ? Optional.empty()
                : Optional.of(new Refusal(
                        WiringMessage.CODEC_NARROW,
                        id(),
                        "serializable classes that it was told of",
                        type.getTypeName()));
    }

    @Override
    public byte[] encode(Object value, Type type) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new CheckedOutput(bytes)) {
            out.writeObject(value);
        }
        return bytes.toByteArray();
    }

    /** Refuses to write what would not be read. */
    private final class CheckedOutput extends ObjectOutputStream {
        CheckedOutput(OutputStream out) throws IOException {
            super(out);
        }

        @Override
        protected void annotateClass(Class<?> type) throws IOException {
            if (!allowed.isAllowed(type)) {
                throw new InvalidClassException(type.getName(), "not allowed");
            }
        }

        @Override
        protected void annotateProxyClass(Class<?> type) throws IOException {
            throw new InvalidClassException(type.getName(), "not allowed");
        }
    }

    @Override
    public Object decode(byte[] bytes, Type type) throws IOException, ClassNotFoundException {
        try (ObjectInputStream in =
                new LoadingInput(bytes, allowed, Erasure.of(type).getClassLoader())) {
            in.setObjectInputFilter(new AllowedInput(allowed, bytes.length));
            return in.readObject();
        }
    }
}
