package dev.memoized.impl.local;

class PlantedMerge {
    Object of(java.util.concurrent.ConcurrentMap<Object, Integer> map) {
        return map.merge(1, 2, Integer::sum);
    }
}
