package dev.memoized.impl.engine;

class PlantedPool {
    Object pool = java.util.concurrent.ForkJoinPool.commonPool();
}
