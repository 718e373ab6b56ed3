package dev.memoized.impl.engine;

import com.github.benmanes.caffeine.cache.Cache;

class PlantedOutside {
    Cache<Object, Object> cache;
}
