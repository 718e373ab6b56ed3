package dev.memoized.impl.log;

class PlantedJul {
    Object logger = java.util.logging.Logger.getLogger("log");
}
