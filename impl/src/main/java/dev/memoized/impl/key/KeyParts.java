package dev.memoized.impl.key;

import dev.memoized.TwoPartKey;
import java.lang.reflect.Type;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes keys out of more than the arguments: context values, and fields of shared entries. */
public final class KeyParts {
    private KeyParts() {}

    /**
     * What a value is in a key: an immutable snapshot with value equality.
     *
     * @throws UnkeyableException when it has none
     */
    public static Object of(@Nullable Object value) {
        return Snapshot.of(value);
    }

    /**
     * The key of a call that varies by context values.
     *
     * @param names of the values; not copied
     * @param values snapshots in the same order; not copied
     * @param arguments the key that the call would have without them
     */
    public static Object inContext(String[] names, Object[] values, Object arguments) {
        return new ContextKey(names, values, arguments);
    }

    /**
     * The key of a field.
     *
     * @param result of the method
     * @throws UnkeyableException when one of the parts has no value equality
     */
    public static Object ofField(TwoPartKey key, Type result) {
        return new FieldKey(Snapshot.of(key.entry()), Snapshot.of(key.field()), result.getTypeName());
    }

    /** Whether a part holds an object by reference that may come to equal nothing. */
    public static boolean mayChange(@Nullable Object part) {
        if (part instanceof Kept kept) {
            return kept.mayChange();
        }
        if (part instanceof Copy copy) {
            return mayOneChange(copy.content);
        }
        if (part instanceof Pair pair) {
            return mayChange(pair.first) || mayChange(pair.second);
        }
        if (part instanceof Row row) {
            return mayOneChange(row.parts);
        }
        if (part instanceof FieldKey field) {
            return mayChange(field.entry()) || mayChange(field.field());
        }
        return part instanceof ContextKey key && (mayOneChange(key.values) || mayChange(key.arguments));
    }

    private static boolean mayOneChange(Object content) {
        if (content instanceof Object[] parts) {
            return Stream.of(parts).anyMatch(KeyParts::mayChange);
        }
        if (content instanceof Map<?, ?> map) {
            return mayOneChange(map.keySet()) || mayOneChange(map.values());
        }
        return content instanceof Collection<?> parts && parts.stream().anyMatch(KeyParts::mayChange);
    }

    /** What all fields of an entry have in common. */
    public static Object entryOf(TwoPartKey key) {
        return Snapshot.of(key.entry());
    }
}
