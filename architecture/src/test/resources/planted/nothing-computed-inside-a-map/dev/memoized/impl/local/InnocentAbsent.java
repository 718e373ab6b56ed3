package dev.memoized.impl.local;

class InnocentAbsent {
    Object of(java.util.concurrent.ConcurrentMap<Object, Integer> map) {
        return map.putIfAbsent(1, 2);
    }
}
