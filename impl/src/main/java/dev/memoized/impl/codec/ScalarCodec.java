package dev.memoized.impl.codec;

import dev.memoized.impl.log.WiringMessage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.lang.reflect.Type;
import java.util.Optional;

/**
 * Values whose type nobody has declared: simple ones of the JDK, and lists, sets and maps of them. A byte tells which it
 * is; no name of a class is written or read.
 */
final class ScalarCodec implements TypedCodec {
    @Override
    public String id() {
        return "scalar";
    }

    @Override
    public Optional<Refusal> refused(Type type) {
        boolean taken = type == Object.class || (type instanceof Class<?> plain && ScalarForms.isTaken(plain));
        return taken
                ? Optional.empty()
                : Optional.of(
                        new Refusal(WiringMessage.CODEC_NARROW, id(), "values of simple types", type.getTypeName()));
    }

    @Override
    public byte[] encode(Object value, Type type) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            new ScalarWriter(out).write(value);
        }
        return bytes.toByteArray();
    }

    @Override
    public Object decode(byte[] bytes, Type type) throws IOException {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            Object value = new ScalarReader(in).read();
            if (in.available() > 0) {
                throw new IOException("there is more than a value");
            }
            return value;
        }
    }
}
