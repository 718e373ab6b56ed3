package dev.memoized.impl.engine;

class PlantedExecutors {
    Object pool = java.util.concurrent.Executors.newCachedThreadPool();
}
