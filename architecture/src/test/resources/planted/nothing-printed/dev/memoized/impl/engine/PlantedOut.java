package dev.memoized.impl.engine;

class PlantedOut {
    void tell() {
        System.out.println("here");
    }
}
