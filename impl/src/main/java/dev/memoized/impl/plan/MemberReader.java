package dev.memoized.impl.plan;

import dev.memoized.impl.config.Setting;
import dev.memoized.impl.log.WiringMessage;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads settings as values of an annotation's members; what cannot be read is a problem. */
final class MemberReader {
    private static final String NONE = "none";
    private static final Pattern COMMA = Pattern.compile("\\s*,\\s*");

    private final @Nullable ClassLoader loader;
    private final Problems problems;

    /**
     * For one class.
     *
     * @param loader of the classes that settings name; null for the thread's
     */
    MemberReader(@Nullable ClassLoader loader, Problems problems) {
        this.loader = loader == null ? Thread.currentThread().getContextClassLoader() : loader;
        this.problems = problems;
    }

    /** The value that a setting gives a member; null when it cannot be read. */
    @Nullable
    Object read(Method member, Setting setting) {
        if (setting.text().equalsIgnoreCase(NONE)) {
            return member.getDefaultValue();
        }
        Class<?> type = member.getReturnType();
        if (type == Class.class || type == Class[].class) {
            return classes(member, setting);
        }
        Object value = scalar(type, setting.text());
        if (value == null) {
            problems.add("configuration", WiringMessage.SETTING_UNREADABLE, setting.text(), setting.key());
        }
        return value;
    }

    private static @Nullable Object scalar(Class<?> type, String text) {
        if (type == String.class) {
            return text;
        }
        if (type == String[].class) {
            return COMMA.split(text);
        }
        if (type == boolean.class) {
            return SettingReader.flagOf(text);
        }
        return type == double.class ? SettingReader.numberOf(text) : constant(type, text);
    }

    private static @Nullable Object constant(Class<?> type, String text) {
        String name = text.toUpperCase(Locale.ROOT).replace('-', '_');
        return Arrays.stream(type.getEnumConstants())
                .filter(each -> ((Enum<?>) each).name().equals(name))
                .findAny()
                .orElse(null);
    }

    private @Nullable Object classes(Method member, Setting setting) {
        Class<?> bound = boundOf(member.getGenericReturnType());
        String[] names = COMMA.split(setting.text());
        Class<?>[] found = Arrays.stream(names)
                .map(name -> find(name, bound, setting))
                .filter(Objects::nonNull)
                .toArray(Class<?>[]::new);
        if (found.length < names.length) {
            return null;
        }
        return member.getReturnType().isArray() ? found : one(found, setting);
    }

    private @Nullable Class<?> one(Class<?>[] found, Setting setting) {
        if (found.length != 1) {
            problems.add("configuration", WiringMessage.SETTING_UNREADABLE, setting.text(), setting.key());
            return null;
        }
        return found[0];
    }

    private @Nullable Class<?> find(String name, Class<?> bound, Setting setting) {
        try {
            Class<?> type = Class.forName(name, false, loader);
            if (bound.isAssignableFrom(type)) {
                return type;
            }
        } catch (ClassNotFoundException | LinkageError unknown) {
            // told below, like one of another kind
        }
        problems.add("configuration", WiringMessage.SETTING_CLASS, name, setting.key(), bound.getSimpleName());
        return null;
    }

    /** Of {@code Class<? extends X>} and of arrays of it the X. */
    private static Class<?> boundOf(Type member) {
        Type type = member instanceof GenericArrayType array ? array.getGenericComponentType() : member;
        Type argument = type instanceof ParameterizedType generic ? generic.getActualTypeArguments()[0] : Object.class;
        Type bound = argument instanceof WildcardType wildcard ? wildcard.getUpperBounds()[0] : argument;
        return bound instanceof ParameterizedType generic ? (Class<?>) generic.getRawType() : (Class<?>) bound;
    }
}
