package dev.memoized.impl.codec;

import dev.memoized.impl.type.Erasure;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Optional;

/** What a declared type tells. */
final class Declared {
    private Declared() {}

    static List<Type> argumentsOf(Type type) {
        return type instanceof ParameterizedType generic ? List.of(generic.getActualTypeArguments()) : List.of();
    }

    /** A primitive's box, anything else as it is. */
    static Type boxed(Type type) {
        return type instanceof Class<?> plain ? Erasure.boxed(plain) : type;
    }

    static boolean isOptional(Type type) {
        return Erasure.of(type) == Optional.class;
    }

    /** Of a class that the JDK brings, and that each of its releases describes alike. */
    static boolean isOfJdk(Class<?> type) {
        return type.getName().startsWith("java.") || type.isPrimitive();
    }
}
