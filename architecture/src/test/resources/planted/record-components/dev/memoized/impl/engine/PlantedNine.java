package dev.memoized.impl.engine;

record PlantedNine(int a, int b, int c, int d, int e, int f, int g, int h, int i) {}
