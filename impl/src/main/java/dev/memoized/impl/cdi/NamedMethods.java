package dev.memoized.impl.cdi;

import dev.memoized.impl.config.KnownKeys;
import dev.memoized.impl.config.Settings;
import dev.memoized.impl.plan.Declaration;
import java.lang.reflect.Method;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The methods that configuration memoizes: a setting names each by the class of its bean and its types,
 * {@code com.acme.Legacy#load(java.lang.String)}. What is memoized anyway may be among them. Immutable.
 *
 * @param names as settings have them
 */
record NamedMethods(Set<String> names) {
    static final NamedMethods NONE = new NamedMethods(Set.of());

    NamedMethods {
        names = Set.copyOf(names);
    }

    static NamedMethods in(Settings settings) {
        Set<String> named = new TreeSet<>(KnownKeys.methods(settings));
        named.removeIf(name -> name.indexOf('#') < 0);
        return new NamedMethods(named);
    }

    static NamedMethods of(String[] names) {
        return new NamedMethods(Set.of(names));
    }

    boolean isEmpty() {
        return names.isEmpty();
    }

    /** Whether it is one of them, called by a bean of that class. */
    boolean has(Class<?> beanClass, Method method) {
        return !isEmpty() && has(beanClass.getName(), Declaration.signature(method));
    }

    boolean has(String beanClass, String signature) {
        return names.contains(beanClass + "#" + signature);
    }

    /** The names of their beans' classes. */
    Set<String> classes() {
        return names.stream().map(NamedMethods::classOf).collect(Collectors.toCollection(TreeSet::new));
    }

    static String classOf(String name) {
        return name.substring(0, name.indexOf('#'));
    }

    String[] toArray() {
        return names.stream().sorted().toArray(String[]::new);
    }

    /** The settings of these methods, and no others: for a build, where the rest is not known yet. */
    Settings only(Settings settings) {
        return key -> names.stream().anyMatch(name -> key.startsWith("memoized.method.\"" + name + "\"."))
                ? settings.find(key)
                : null;
    }
}
