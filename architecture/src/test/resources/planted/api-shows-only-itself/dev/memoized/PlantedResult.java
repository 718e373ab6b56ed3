package dev.memoized;

public interface PlantedResult {
    java.util.List<dev.memoized.impl.log.Message> messages();
}
