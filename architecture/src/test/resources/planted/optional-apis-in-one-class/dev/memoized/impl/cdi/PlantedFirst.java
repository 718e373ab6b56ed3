package dev.memoized.impl.cdi;

class PlantedFirst {
    jakarta.ws.rs.Path path;
}
