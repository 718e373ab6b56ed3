package dev.memoized.impl.engine;

class PlantedCounter {
    private static int count;
}
