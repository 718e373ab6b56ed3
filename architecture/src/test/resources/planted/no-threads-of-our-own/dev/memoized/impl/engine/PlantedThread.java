package dev.memoized.impl.engine;

class PlantedThread {
    Thread thread = new Thread(() -> {});
}
