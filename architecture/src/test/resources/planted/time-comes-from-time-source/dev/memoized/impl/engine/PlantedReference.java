package dev.memoized.impl.engine;

class PlantedReference {
    java.util.function.LongSupplier clock = System::currentTimeMillis;
}
