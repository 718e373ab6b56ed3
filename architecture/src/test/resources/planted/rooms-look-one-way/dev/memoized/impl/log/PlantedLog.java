package dev.memoized.impl.log;

class PlantedLog extends java.util.ArrayList<dev.memoized.impl.freshness.Limits> {}
