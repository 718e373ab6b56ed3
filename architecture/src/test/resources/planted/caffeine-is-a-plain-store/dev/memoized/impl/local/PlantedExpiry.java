package dev.memoized.impl.local;

import com.github.benmanes.caffeine.cache.Caffeine;

class PlantedExpiry {
    Object builder = Caffeine.newBuilder().expireAfterWrite(java.time.Duration.ofMinutes(1));
}
