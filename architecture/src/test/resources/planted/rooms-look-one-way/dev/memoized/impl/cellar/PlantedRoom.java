package dev.memoized.impl.cellar;

class PlantedRoom {}
