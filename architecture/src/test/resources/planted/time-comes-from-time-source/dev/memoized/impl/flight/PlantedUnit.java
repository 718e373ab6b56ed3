package dev.memoized.impl.flight;

class PlantedUnit {
    void rest() throws InterruptedException {
        java.util.concurrent.TimeUnit.SECONDS.sleep(1);
    }
}
