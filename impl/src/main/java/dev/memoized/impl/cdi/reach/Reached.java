package dev.memoized.impl.cdi.reach;

/**
 * Something of the request that a bean reaches.
 *
 * @param type a type of the request, or the class of a bean of a session
 * @param path the simple names on the way, the bean and the type included
 */
record Reached(Class<?> type, String path) {}
