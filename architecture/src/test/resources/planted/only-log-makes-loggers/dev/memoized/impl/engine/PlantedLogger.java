package dev.memoized.impl.engine;

class PlantedLogger {
    System.Logger logger = System.getLogger("engine");
}
