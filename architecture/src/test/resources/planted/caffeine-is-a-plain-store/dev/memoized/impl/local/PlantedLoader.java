package dev.memoized.impl.local;

import com.github.benmanes.caffeine.cache.Caffeine;

class PlantedLoader {
    Object cache = Caffeine.newBuilder().build(key -> key);
}
