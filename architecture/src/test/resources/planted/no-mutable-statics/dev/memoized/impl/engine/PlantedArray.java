package dev.memoized.impl.engine;

class PlantedArray {
    static final int[] NUMBERS = {1};
}
