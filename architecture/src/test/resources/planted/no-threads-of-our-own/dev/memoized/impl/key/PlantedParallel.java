package dev.memoized.impl.key;

class PlantedParallel {
    Object all = java.util.List.of(1).parallelStream();
    Object some = java.util.stream.Stream.of(1).parallel();
}
