package dev.memoized.impl.plan;

class InnocentPlan {
    dev.memoized.impl.key.PlantedBack key;
}
