package dev.memoized.impl.local;

import com.github.benmanes.caffeine.cache.Caffeine;

class PlantedRefresh {
    Object builder = Caffeine.newBuilder().refreshAfterWrite(java.time.Duration.ofMinutes(1));
}
