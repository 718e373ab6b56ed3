package dev.memoized.impl.cdi;

import dev.memoized.impl.log.FormMessage;
import dev.memoized.impl.plan.Problems;
import java.lang.reflect.Constructor;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A class of the JDK that configuration names. Such classes are no beans by themselves, so the library makes them beans.
 *
 * @param type the class
 */
record JdkClass(Class<?> type) {

    /** Those among the named ones. */
    static List<JdkClass> among(NamedMethods named) {
        return named.classes().stream().flatMap(JdkClass::find).toList();
    }

    private static Stream<JdkClass> find(String name) {
        try {
            return Stream.of(new JdkClass(Class.forName(name, false, ClassLoader.getPlatformClassLoader())));
        } catch (ClassNotFoundException | LinkageError ofAnApplication) {
            return Stream.of();
        }
    }

    /** Refuses them where a build would have to put classes of its own into their packages. */
    static void refuseInBuild(NamedMethods named, Problems problems) {
        for (JdkClass each : among(named)) {
            problems.add(
                    "configuration",
                    FormMessage.CLASS_NO_BEAN,
                    each.name(),
                    "of the JDK, whose packages take no classes that a build makes");
        }
    }

    String name() {
        return type.getName();
    }

    /** Why it can be no bean whose calls are intercepted; null when it can. */
    @Nullable
    String hindrance() {
        int modifiers = type.getModifiers();
        if (type.isInterface() || Modifier.isAbstract(modifiers)) {
            return "abstract";
        }
        if (Modifier.isFinal(modifiers)) {
            return "final";
        }
        if (!Modifier.isPublic(modifiers) || (type.isMemberClass() && !Modifier.isStatic(modifiers))) {
            return "not public, or inside of another class";
        }
        return Arrays.stream(type.getDeclaredConstructors()).anyMatch(JdkClass::isUsable)
                ? null
                : "without a public constructor that takes nothing";
    }

    private static boolean isUsable(Constructor<?> constructor) {
        return constructor.getParameterCount() == 0 && Modifier.isPublic(constructor.getModifiers());
    }
}
