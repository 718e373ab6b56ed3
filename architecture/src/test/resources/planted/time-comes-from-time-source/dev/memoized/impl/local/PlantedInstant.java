package dev.memoized.impl.local;

class PlantedInstant {
    Runnable reads() {
        return () -> java.time.Instant.now();
    }
}
