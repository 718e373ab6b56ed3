package dev.memoized.spi;

public interface PlantedSupertype extends java.util.function.Supplier<dev.memoized.impl.log.Message> {}
