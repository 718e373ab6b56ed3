package dev.memoized.impl.key;

import java.lang.reflect.Modifier;
import java.nio.charset.Charset;
import java.time.ZoneId;

/** The types whose instances never change and have value equality: an argument of theirs is its own part of the key. */
final class StableTypes {
    private StableTypes() {}

    /** Asked per call where the declared type leaves it open. */
    static boolean isStable(Object value) {
        return LeafForms.has(value.getClass())
                || value instanceof Enum
                || value instanceof ZoneId
                || value instanceof Charset
                || (value instanceof Record && RecordShape.isStable(value.getClass()));
    }

    /** Asked per parameter and record component: whether all that can be assigned to the type is stable. */
    static boolean isAlwaysStable(Class<?> declared) {
        return declared.isPrimitive()
                || (LeafForms.has(declared) && Modifier.isFinal(declared.getModifiers()))
                || Enum.class.isAssignableFrom(declared)
                || ZoneId.class.isAssignableFrom(declared)
                || Charset.class.isAssignableFrom(declared)
                || (declared.isRecord() && RecordShape.isStable(declared));
    }
}
