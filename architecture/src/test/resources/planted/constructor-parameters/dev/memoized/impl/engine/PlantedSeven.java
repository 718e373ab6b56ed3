package dev.memoized.impl.engine;

class PlantedSeven {
    PlantedSeven(int a, int b, int c, int d, int e, int f, int g) {}
}
