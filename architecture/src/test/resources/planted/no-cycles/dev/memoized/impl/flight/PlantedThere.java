package dev.memoized.impl.flight;

public class PlantedThere {
    dev.memoized.impl.key.PlantedBack back;
}
