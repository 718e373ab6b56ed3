package dev.memoized.impl.engine;

import dev.memoized.impl.plan.MethodPlan;

/**
 * A plan and the memory that it works on.
 *
 * @param plan of the method
 * @param memory of its namespace, shared by all methods of that name
 */
public record MemoizedMethod(MethodPlan plan, Memory memory) {}
