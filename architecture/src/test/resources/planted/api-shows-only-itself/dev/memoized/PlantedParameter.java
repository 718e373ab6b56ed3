package dev.memoized;

public class PlantedParameter {
    protected void tell(com.github.benmanes.caffeine.cache.Caffeine<Object, Object>[] builders) {}
}
