package dev.memoized.impl.flight;

class PlantedSleep {
    void rest() throws InterruptedException {
        Thread.sleep(1);
    }
}
