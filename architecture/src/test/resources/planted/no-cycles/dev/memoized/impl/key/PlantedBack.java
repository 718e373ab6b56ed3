package dev.memoized.impl.key;

public class PlantedBack {
    dev.memoized.impl.flight.PlantedThere there;
}
