package dev.memoized.impl.engine;

class PlantedLocal {
    static final ThreadLocal<Object> CURRENT = new ThreadLocal<>();
}
