package dev.memoized.impl.codec;

import dev.memoized.impl.type.Erasure;
import java.lang.reflect.Field;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.InaccessibleObjectException;
import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/**
 * Tells whether a value, and all inside of it, has the very classes that are declared: JSON would lose what a subclass of
 * the application's adds, and the order of a sorted container that has a comparator.
 */
final class DeclaredClasses {
    private DeclaredClasses() {}

    static boolean hold(@Nullable Object value, Type type) {
        if (value == null || type instanceof TypeVariable<?> || type instanceof WildcardType) {
            return true;
        }
        return isOfClass(value, Erasure.of(type)) && !isOrderedByOthers(value) && holdInside(value, type);
    }

    private static boolean isOfClass(Object value, Class<?> declared) {
        boolean free = Declared.isOfJdk(declared)
                || declared.isArray()
                || declared.isEnum()
                || Modifier.isAbstract(declared.getModifiers());
        return declared.isPrimitive() || (free ? declared.isInstance(value) : declared == value.getClass());
    }

    private static boolean isOrderedByOthers(Object value) {
        return (value instanceof SortedSet<?> set && set.comparator() != null)
                || (value instanceof SortedMap<?, ?> map && map.comparator() != null);
    }

    private static boolean holdInside(Object value, Type type) {
        List<Type> arguments = Declared.argumentsOf(type);
        if (value instanceof Collection<?> all) {
            return arguments.size() != 1 || all.stream().allMatch(each -> hold(each, arguments.get(0)));
        }
        if (value instanceof Map<?, ?> map) {
            return arguments.size() != 2
                    || map.entrySet().stream()
                            .allMatch(each ->
                                    hold(each.getKey(), arguments.get(0)) && hold(each.getValue(), arguments.get(1)));
        }
        if (value instanceof Optional<?> box) {
            return arguments.size() != 1 || hold(box.orElse(null), arguments.get(0));
        }
        if (value instanceof Object[] array) {
            return Arrays.stream(array).allMatch(each -> hold(each, componentOf(type, array)));
        }
        return Declared.isOfJdk(value.getClass()) || value instanceof Enum<?> || fieldsHold(value);
    }

    private static Type componentOf(Type type, Object[] array) {
        return type instanceof GenericArrayType generic
                ? generic.getGenericComponentType()
                : array.getClass().getComponentType();
    }

    private static boolean fieldsHold(Object value) {
        for (Class<?> type = value.getClass(); type != null && !Declared.isOfJdk(type); type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                if (!Modifier.isStatic(field.getModifiers()) && !Modifier.isTransient(field.getModifiers())) {
                    if (!hold(read(field, value), field.getGenericType())) {
                        return false;
                    }
                }
            }
        }
        return true;
    }

    /** Null where it cannot be read, and a codec cannot either. */
    private static @Nullable Object read(Field field, Object value) {
        try {
            field.setAccessible(true);
            return field.get(value);
        } catch (IllegalAccessException | InaccessibleObjectException closed) {
            return null;
        }
    }
}
