package dev.memoized.impl.key;

import dev.memoized.TwoPartKey;
import java.lang.reflect.Type;
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

    /** What all fields of an entry have in common. */
    public static Object entryOf(TwoPartKey key) {
        return Snapshot.of(key.entry());
    }
}
