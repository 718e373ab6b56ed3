package dev.memoized.impl.codec;

import java.lang.reflect.Field;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Eight bytes that stand for the structure of a type: what was written while it had another one is not read. Names of
 * classes, components and fields count, and what an enum or a sealed type permits; of the JDK's classes the name alone.
 */
final class Fingerprint {
    private final StringBuilder text = new StringBuilder();
    private final Set<Class<?>> met = new HashSet<>();

    private Fingerprint() {}

    static long of(Type type) {
        Fingerprint print = new Fingerprint();
        print.describe(type);
        byte[] digest = sha256().digest(print.text.toString().getBytes(StandardCharsets.UTF_8));
        return ByteBuffer.wrap(digest).getLong();
    }

    private void describe(Type type) {
        if (type instanceof Class<?> plain) {
            describeClass(plain);
        } else if (type instanceof ParameterizedType generic) {
            describe(generic.getRawType());
            describeAll('<', generic.getActualTypeArguments());
        } else if (type instanceof GenericArrayType array) {
            text.append('[');
            describe(array.getGenericComponentType());
        } else if (type instanceof WildcardType wildcard) {
            describeAll('?', wildcard.getUpperBounds());
            describeAll('!', wildcard.getLowerBounds());
        } else {
            text.append(type.getTypeName());
        }
    }

    private void describeAll(char begin, Type[] types) {
        text.append(begin);
        for (Type type : types) {
            describe(type);
            text.append(',');
        }
        text.append('>');
    }

    private void describeClass(Class<?> type) {
        if (type.isArray()) {
            text.append('[');
            describeClass(type.getComponentType());
            return;
        }
        text.append(type.getName());
        if (!Declared.isOfJdk(type) && met.add(type)) {
            text.append('{');
            describeInside(type);
            text.append('}');
        }
    }

    private void describeInside(Class<?> type) {
        if (type.isEnum()) {
            Stream.of(type.getEnumConstants())
                    .forEach(each -> text.append(((Enum<?>) each).name()).append(','));
            return;
        }
        if (type.isSealed()) {
            describeAll('|', type.getPermittedSubclasses());
        }
        if (type.getGenericSuperclass() != null) {
            describe(type.getGenericSuperclass());
        }
        Stream.of(type.getDeclaredFields())
                .filter(Fingerprint::isPartOfValue)
                .sorted(Comparator.comparing(Field::getName))
                .forEach(field -> {
                    text.append(';').append(field.getName()).append(':');
                    describe(field.getGenericType());
                });
    }

    static boolean isPartOfValue(Field field) {
        return !Modifier.isStatic(field.getModifiers())
                && !Modifier.isTransient(field.getModifiers())
                && !field.isSynthetic();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("each Java platform has SHA-256", e);
        }
    }
}
