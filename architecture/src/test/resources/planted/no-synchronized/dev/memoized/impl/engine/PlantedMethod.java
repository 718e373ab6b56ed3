package dev.memoized.impl.engine;

class PlantedMethod {
    synchronized void change() {}
}
