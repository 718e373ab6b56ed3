package dev.memoized.impl.cdi.reach;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Provider;
import java.lang.reflect.AccessibleObject;
import java.lang.reflect.Member;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the type of an injection point says about what is behind it. */
final class InjectedTypes {
    private InjectedTypes() {}

    /** What an {@code Instance} or {@code Provider} gives, else the type itself. */
    static Type unwrapped(Type type) {
        return type instanceof ParameterizedType generic
                        && generic.getActualTypeArguments().length == 1
                        && Provider.class.isAssignableFrom((Class<?>) generic.getRawType())
                ? unwrapped(generic.getActualTypeArguments()[0])
                : type;
    }

    /** Null for arrays of generic types, variables and wildcards. */
    static @Nullable Class<?> raw(Type type) {
        if (type instanceof ParameterizedType generic) {
            return (Class<?>) generic.getRawType();
        }
        return type instanceof Class<?> plain ? plain : null;
    }

    /** What the container itself gives, and what can be anything. */
    static boolean isOfContainer(String type) {
        return type.equals(Object.class.getName()) || type.startsWith("jakarta.enterprise.");
    }

    /** What producers make without regard to who calls: loggers, and values of the JDK. */
    static boolean isOfNobody(Class<?> product) {
        return product.getName().startsWith("java.") || product.getSimpleName().endsWith("Logger");
    }

    /** Whether a producer of that class needs an instance of it. */
    static boolean producesByInstance(Class<?> beanClass) {
        try {
            return Stream.concat(Stream.of(beanClass.getDeclaredMethods()), Stream.of(beanClass.getDeclaredFields()))
                    .anyMatch(InjectedTypes::producesByInstance);
        } catch (LinkageError unreadable) {
            return false; // names a library that is not there
        }
    }

    private static <M extends AccessibleObject & Member> boolean producesByInstance(M member) {
        return member.isAnnotationPresent(Produces.class) && !Modifier.isStatic(member.getModifiers());
    }
}
