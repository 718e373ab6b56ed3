package dev.memoized.testing;

class PlantedClock {
    Object now = dev.memoized.impl.log.RuntimeMessage.COVERED;
}
