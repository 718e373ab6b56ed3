package dev.memoized.impl.engine;

class PlantedTwo {}

interface Second {}
