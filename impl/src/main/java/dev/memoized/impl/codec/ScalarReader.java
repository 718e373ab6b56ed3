package dev.memoized.impl.codec;

import java.io.DataInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads one value; its pieces are counted by what is there, not by what is announced. */
final class ScalarReader {
    private final DataInputStream in;
    private int depth;

    ScalarReader(DataInputStream in) {
        this.in = in;
    }

    Object read() throws IOException {
        Object value = readNullable();
        if (value == null) {
            throw new IOException("null is no value here");
        }
        return value;
    }

    private @Nullable Object readNullable() throws IOException {
        char letter = (char) in.readUnsignedByte();
        return switch (letter) {
            case ScalarWriter.NULL -> null;
            case ScalarWriter.LIST, ScalarWriter.SET, ScalarWriter.MAP -> readMany(letter);
            default -> readOne(letter);
        };
    }

    private Object readOne(char letter) throws IOException {
        ScalarForms.Form<?> form = ScalarForms.of(letter);
        if (form == null) {
            throw new IOException("no such letter");
        }
        return form.read(in);
    }

    private Object readMany(char letter) throws IOException {
        if (++depth > ScalarWriter.DEEPEST) {
            throw new IOException("too deep");
        }
        int size = in.readInt();
        if (size < 0 || size > in.available()) {
            throw new IOException("more than what is there");
        }
        Object many =
                switch (letter) {
                    case ScalarWriter.LIST -> readAll(size, new ArrayList<>());
                    case ScalarWriter.SET -> readAll(size, new LinkedHashSet<>());
                    default -> readMap(size);
                };
        depth--;
        return many;
    }

    private Collection<@Nullable Object> readAll(int size, Collection<@Nullable Object> into) throws IOException {
        for (int i = 0; i < size; i++) {
            into.add(readNullable());
        }
        return into;
    }

    private Map<@Nullable Object, @Nullable Object> readMap(int size) throws IOException {
        Map<@Nullable Object, @Nullable Object> into = new LinkedHashMap<>();
        for (int i = 0; i < size; i++) {
            into.put(readNullable(), readNullable());
        }
        return into;
    }
}
