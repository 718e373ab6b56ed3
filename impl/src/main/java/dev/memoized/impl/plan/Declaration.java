package dev.memoized.impl.plan;

import dev.memoized.CacheService;
import dev.memoized.Memoized;
import dev.memoized.impl.config.MethodSettings;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A method that somebody declared to be memoized.
 *
 * @param beanClass the user's class, never a proxy's
 * @param method the most specific one, never a bridge
 * @param memoized what was declared, on the method or its class
 * @param origin where it was declared
 * @param qualifiers those beside the annotation on the method
 * @param keys of the settings that some members come from, by the members' names
 */
public record Declaration(
        Class<?> beanClass,
        Method method,
        Memoized memoized,
        Origin origin,
        List<Annotation> qualifiers,
        Map<String, String> keys) {

    /** Where a declaration comes from. */
    public enum Origin {
        METHOD,
        CLASS,
        /** A program: calls come by its own door. */
        MEMOIZER
    }

    /** As it was written. */
    public Declaration(
            Class<?> beanClass, Method method, Memoized memoized, boolean onClass, List<Annotation> qualifiers) {
        this(beanClass, method, memoized, onClass ? Origin.CLASS : Origin.METHOD, qualifiers, Map.of());
    }

    /** Whether it was declared on the class. */
    public boolean onClass() {
        return origin == Origin.CLASS;
    }

    /** Whether a container intercepts its calls. */
    boolean isIntercepted() {
        return origin != Origin.MEMOIZER;
    }

    /** The method's name and parameter types: {@code topBooks(java.lang.String)}. */
    String signature() {
        return signature(method);
    }

    /** The same of any method. */
    public static String signature(Method method) {
        return Arrays.stream(method.getParameterTypes())
                .map(Class::getTypeName)
                .collect(Collectors.joining(",", method.getName() + "(", ")"));
    }

    /** Whether its results are declared not to depend on that type, or on one of its supertypes. */
    public boolean isIndependentOf(Class<?> type) {
        return Arrays.stream(memoized.independentOf()).anyMatch(named -> named.isAssignableFrom(type));
    }

    /** Whether it stands for what programs do by {@link CacheService}. */
    boolean isOfProgram() {
        return beanClass == CacheService.class;
    }

    /** The names by which settings can mean it. */
    public MethodSettings.Names names(String name) {
        String signature = signature();
        return new MethodSettings.Names(
                name,
                beanClass.getName(),
                method.getName(),
                signature.substring(method.getName().length()));
    }

    /** The same, with one of its members, and the key of the setting that it comes from. */
    String place(String member) {
        String key = keys.get(member);
        String where = key == null ? member : member + " (" + key + ")";
        return where.isEmpty() ? place() : place() + ", " + where;
    }

    /** Class and method, for messages. */
    public String place() {
        String place = place(beanClass, method);
        return isIntercepted() ? place : memoized.name() + " (" + place + ")";
    }

    /** The same of a method that is not memoized. */
    public static String place(Class<?> beanClass, Method method) {
        return Arrays.stream(method.getParameterTypes())
                .map(Class::getSimpleName)
                .collect(Collectors.joining(", ", beanClass.getName() + "#" + method.getName() + "(", ")"));
    }
}
