package dev.memoized.impl.engine;

class PlantedDoor {
    Object up = new dev.memoized.impl.local.InnocentShelf();
}
