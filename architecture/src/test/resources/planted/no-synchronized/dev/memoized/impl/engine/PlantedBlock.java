package dev.memoized.impl.engine;

class PlantedBlock {
    Runnable change() {
        return () -> {
            synchronized (this) {
                hashCode();
            }
        };
    }
}
