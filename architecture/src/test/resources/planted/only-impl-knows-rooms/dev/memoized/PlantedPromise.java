package dev.memoized;

public interface PlantedPromise {
    dev.memoized.impl.log.Message message();
}
