package dev.memoized;

import java.lang.reflect.Method;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A memoized method as the application runs it: its annotation with its configuration. For people who look after it.
 *
 * @param name of its namespace; methods may share one
 * @param schema a part of its keys; empty when none was given
 * @param beanClass the class of the bean
 * @param method the method, maybe inherited
 * @param backend the name of what keeps its entries: {@code default}, {@code request} and {@code instance} are such names
 * @param refreshAfter the age from which on values are stale; null when they never are
 * @param expireAfter the age from which on they are gone; {@link Cache#FOREVER} when they do not end by themselves
 * @param enabled false when configuration lets the cache take no part in its calls
 */
public record MethodDescription(
        String name,
        String schema,
        Class<?> beanClass,
        Method method,
        String backend,
        @Nullable Duration refreshAfter,
        Duration expireAfter,
        boolean enabled) {}
