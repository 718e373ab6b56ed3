package dev.memoized.spi;

class PlantedStore {
    Object now = new dev.memoized.impl.time.SystemTime();
}
