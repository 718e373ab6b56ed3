package dev.memoized.impl.engine;

import dev.memoized.impl.observe.MethodListeners;
import dev.memoized.impl.plan.MethodPlan;

/**
 * A plan, the memory that it works on, and who hears of it.
 *
 * @param plan of the method
 * @param memory of its namespace, shared by all methods of that name
 * @param listeners of its namespace
 */
public record MemoizedMethod(MethodPlan plan, Memory memory, MethodListeners listeners) {}
