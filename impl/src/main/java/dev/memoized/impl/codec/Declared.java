package dev.memoized.impl.codec;

import java.lang.reflect.Array;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a declared type tells. */
public final class Declared {
    private static final Map<Class<?>, Class<?>> BOXES = Map.of(
            boolean.class, Boolean.class,
            byte.class, Byte.class,
            short.class, Short.class,
            char.class, Character.class,
            int.class, Integer.class,
            long.class, Long.class,
            float.class, Float.class,
            double.class, Double.class);

    private Declared() {}

    /** The class of its values, or one above it; a primitive's box. */
    public static Class<?> classOf(Type type) {
        Class<?> raw = rawOf(type);
        return BOXES.getOrDefault(raw, raw);
    }

    /** The class of its values, or one above it. */
    static Class<?> rawOf(Type type) {
        if (type instanceof Class<?> plain) {
            return plain;
        }
        if (type instanceof ParameterizedType generic) {
            return rawOf(generic.getRawType());
        }
        if (type instanceof GenericArrayType array) {
            return Array.newInstance(rawOf(array.getGenericComponentType()), 0).getClass();
        }
        if (type instanceof WildcardType wildcard) {
            return rawOf(wildcard.getUpperBounds()[0]);
        }
        return type instanceof TypeVariable<?> variable ? rawOf(variable.getBounds()[0]) : Object.class;
    }

    static List<Type> argumentsOf(Type type) {
        return type instanceof ParameterizedType generic ? List.of(generic.getActualTypeArguments()) : List.of();
    }

    /** A primitive's box, anything else as it is. */
    static Type boxed(Type type) {
        Class<?> box = type instanceof Class<?> plain ? BOXES.get(plain) : null;
        return box == null ? type : box;
    }

    static boolean isOptional(Type type) {
        return rawOf(type) == Optional.class;
    }

    /** Of a class that the JDK brings, and that each of its releases describes alike. */
    static boolean isOfJdk(Class<?> type) {
        return type.getName().startsWith("java.") || type.isPrimitive();
    }
}
