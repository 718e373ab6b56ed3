package dev.memoized.impl.flight;

class PlantedPlainMap {
    Object of(java.util.Map<Object, Object> map) {
        return map.computeIfAbsent(1, key -> 2);
    }
}
