package dev.memoized.impl.proof;

import java.util.List;

/**
 * A call of a {@link NaiveMemoizing}: the facts that were taken before its computation.
 *
 * @param key of the arguments in their context
 * @param context values, in the order of their declaration
 * @param version null when there are none
 * @param request of the caller, which no computation behind it may see
 * @param arguments as they were given
 */
record NaiveCall(Object key, List<Object> context, Object version, Request request, Object... arguments) {}
