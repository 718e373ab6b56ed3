package dev.memoized.impl.plan;

class InnocentPlan {
    dev.memoized.impl.freshness.Limits limits;
    dev.memoized.Memoized memoized;
}
