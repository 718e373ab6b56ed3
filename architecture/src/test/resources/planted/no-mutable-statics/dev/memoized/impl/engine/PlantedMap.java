package dev.memoized.impl.engine;

class PlantedMap {
    private static final java.util.concurrent.ConcurrentMap<Object, Object> KNOWN =
            new java.util.concurrent.ConcurrentHashMap<>();
}
