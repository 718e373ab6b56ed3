package dev.memoized.impl.type;

import java.lang.invoke.MethodType;
import java.lang.reflect.Array;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;

/** What is left of a declared type at run time. */
public final class Erasure {
    private Erasure() {}

    /** The class of its values, or one above it. */
    public static Class<?> of(Type type) {
        if (type instanceof Class<?> plain) {
            return plain;
        }
        if (type instanceof ParameterizedType generic) {
            return of(generic.getRawType());
        }
        if (type instanceof GenericArrayType array) {
            return Array.newInstance(of(array.getGenericComponentType()), 0).getClass();
        }
        if (type instanceof WildcardType wildcard) {
            return of(wildcard.getUpperBounds()[0]);
        }
        return type instanceof TypeVariable<?> variable ? of(variable.getBounds()[0]) : Object.class;
    }

    /** The same, of a primitive type its wrapper. */
    public static Class<?> boxed(Type type) {
        return MethodType.methodType(of(type)).wrap().returnType();
    }
}
