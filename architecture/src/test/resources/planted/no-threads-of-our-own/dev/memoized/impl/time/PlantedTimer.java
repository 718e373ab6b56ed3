package dev.memoized.impl.time;

class PlantedTimer {
    Object timer = new java.util.Timer();
}
