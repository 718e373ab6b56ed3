package dev.memoized.impl.refresh;

class PlantedPark {
    void rest() {
        java.util.concurrent.locks.LockSupport.parkNanos(1);
    }
}
