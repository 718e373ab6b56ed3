package dev.memoized.impl.key;

class PlantedKey {
    dev.memoized.impl.plan.MethodPlan[] plans;
}
