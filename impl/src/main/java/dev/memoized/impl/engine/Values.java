package dev.memoized.impl.engine;

import java.lang.reflect.Type;

/**
 * What a namespace holds.
 *
 * @param type of its values, with its arguments
 * @param ofProgram whether a program stores and counts them; else they are results of methods
 */
public record Values(Type type, boolean ofProgram) {}
