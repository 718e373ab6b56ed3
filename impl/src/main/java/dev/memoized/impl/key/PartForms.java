package dev.memoized.impl.key;

import java.lang.reflect.Array;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** How the parts of a key are written. */
final class PartForms {
    private PartForms() {}

    static void write(Object part, CanonicalBytes out) {
        if (part instanceof Blank blank) {
            blank(blank, out);
        } else if (part instanceof Pair pair) {
            all(List.of(pair.first, pair.second), out.tag('('));
        } else if (part instanceof Row row) {
            all(List.of(row.parts), out.tag('('));
        } else if (part instanceof ContextKey key) {
            inContext(key, out);
        } else if (part instanceof FieldKey field) {
            all(List.of(field.entry(), field.field()), out.tag('&').text(field.result()));
        } else if (part instanceof Copy copy) {
            copy(copy, out);
        } else if (part instanceof Kept kept) {
            throw UnkeyableException.formless(kept.value.getClass());
        } else if (part instanceof Record record) {
            stableRecord(record, out);
        } else {
            LeafForms.write(part, out);
        }
    }

    private static void blank(Blank blank, CanonicalBytes out) {
        switch (blank) {
            case NO_ARGUMENTS -> all(List.of(), out.tag('('));
            case NULL -> out.tag('n');
        }
    }

    private static void inContext(ContextKey key, CanonicalBytes out) {
        out.tag('@').number(key.names.length);
        for (int i = 0; i < key.names.length; i++) {
            write(key.values[i], out.text(key.names[i]));
        }
        write(key.arguments, out);
    }

    private static void all(Collection<?> parts, CanonicalBytes out) {
        out.number(parts.size());
        parts.forEach(part -> write(part, out));
    }

    private static void copy(Copy copy, CanonicalBytes out) {
        if (copy.content instanceof Set<?> set) {
            sorted(set.stream().map(PartForms::bytes), set.size(), out.tag('{'));
        } else if (copy.content instanceof Map<?, ?> map) {
            sorted(map.entrySet().stream().map(PartForms::bytes), map.size(), out.tag('m'));
        } else if (!(copy.content instanceof Object[] parts)) {
            primitives(copy, out);
        } else if (copy.kind.isRecord()) {
            record(copy.kind, List.of(parts), out);
        } else {
            all(List.of(parts), out.tag('[').text(copy.kind.getName()));
        }
    }

    // As if it had been copied, so that it may become so in a later release.
    private static void stableRecord(Record record, CanonicalBytes out) {
        Object[] parts =
                Arrays.stream(RecordShape.values(record)).map(Snapshot::of).toArray();
        record(record.getClass(), List.of(parts), out);
    }

    private static void record(Class<?> type, List<Object> parts, CanonicalBytes out) {
        out.tag('R').text(type.getName());
        RecordShape.names(type).forEach(name -> out.tag('.').text(name));
        all(parts, out.tag('='));
    }

    private static void primitives(Copy copy, CanonicalBytes out) {
        int length = Array.getLength(copy.content);
        out.tag('[').text(copy.kind.getName()).number(length);
        for (int i = 0; i < length; i++) {
            LeafForms.write(Array.get(copy.content, i), out);
        }
    }

    private static void sorted(Stream<byte[]> elements, int size, CanonicalBytes out) {
        out.number(size);
        elements.sorted(Arrays::compareUnsigned).forEach(out::bytes);
    }

    private static byte[] bytes(Object element) {
        CanonicalBytes out = new CanonicalBytes();
        if (element instanceof Map.Entry<?, ?> entry) {
            write(entry.getKey(), out);
            write(entry.getValue(), out);
        } else {
            write(element, out);
        }
        return out.toArray();
    }
}
