package dev.memoized.impl.cdi;

class PlantedSecond {
    static class Inside {
        jakarta.ws.rs.Path[] paths;
    }
}
