package dev.memoized.impl.codec;

import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes one value. */
final class ScalarWriter {
    static final int DEEPEST = 32;
    static final char NULL = 'n';
    static final char LIST = 'l';
    static final char SET = 'e';
    static final char MAP = 'm';

    private final DataOutputStream out;
    private int depth;

    ScalarWriter(DataOutputStream out) {
        this.out = out;
    }

    void write(@Nullable Object value) throws IOException {
        ScalarForms.Form<?> form = value == null ? null : ScalarForms.of(value.getClass());
        if (value == null) {
            out.writeByte(NULL);
        } else if (form != null) {
            form.write(value, out);
        } else {
            writeMany(value);
        }
    }

    private void writeMany(Object value) throws IOException {
        if (!(value instanceof List || value instanceof Set || value instanceof Map) || ++depth > DEEPEST) {
            throw new NotScalarException(value.getClass());
        }
        if (value instanceof Map<?, ?> map) {
            writeMap(map);
        } else {
            writeAll(value instanceof List ? LIST : SET, (Collection<?>) value);
        }
        depth--;
    }

    private void writeAll(char letter, Collection<?> values) throws IOException {
        out.writeByte(letter);
        out.writeInt(values.size());
        for (Object each : values) {
            write(each);
        }
    }

    private void writeMap(Map<?, ?> map) throws IOException {
        out.writeByte(MAP);
        out.writeInt(map.size());
        for (Map.Entry<?, ?> each : map.entrySet()) {
            write(each.getKey());
            write(each.getValue());
        }
    }
}
