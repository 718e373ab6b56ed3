package dev.memoized.impl.engine;

class PlantedNanos {
    long now = System.nanoTime();
}
