package dev.memoized.impl.flight;

class PlantedAbsent {
    Object of(java.util.concurrent.ConcurrentHashMap<Object, Object> map) {
        return map.computeIfAbsent(1, key -> 2);
    }
}
