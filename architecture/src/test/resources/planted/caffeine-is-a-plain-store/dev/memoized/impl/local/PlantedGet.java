package dev.memoized.impl.local;

import com.github.benmanes.caffeine.cache.Cache;

class PlantedGet {
    Object of(Cache<Object, Object> cache) {
        return cache.get(1, key -> key);
    }
}
