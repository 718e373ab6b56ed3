package dev.memoized.impl.flight;

class PlantedMonitor {
    void rest() throws InterruptedException {
        this.wait();
    }
}
