package dev.memoized.impl.engine;

class PlantedSubclass extends Thread {}
