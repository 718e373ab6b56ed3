package dev.memoized.impl.local;

class PlantedClock {
    java.time.Clock clock = java.time.Clock.systemUTC();
}
