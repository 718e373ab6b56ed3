package dev.memoized.spi;

public class PlantedPublicField {
    public dev.memoized.impl.log.Message message;
}
