package dev.memoized.impl.engine;

class PlantedErr {
    Runnable tell() {
        return () -> System.err.println("here");
    }
}
