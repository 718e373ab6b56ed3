package dev.memoized.tck;

class PlantedContract extends java.util.ArrayList<dev.memoized.impl.freshness.Limits> {}
