package dev.memoized.impl.memoizer;

import dev.memoized.MemoizedTerms;
import java.lang.reflect.Method;

/**
 * A method that somebody wants to be memoized.
 *
 * @param name of its namespace
 * @param type that has the method
 * @param method what stands for the original
 * @param terms on which its results are remembered
 * @param body the original
 */
record Wanted(String name, Class<?> type, Method method, MemoizedTerms terms, Body body) {}
