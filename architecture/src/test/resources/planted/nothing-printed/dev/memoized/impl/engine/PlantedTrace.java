package dev.memoized.impl.engine;

class PlantedTrace {
    void tell(IllegalStateException failure) {
        failure.printStackTrace();
    }
}
