package dev.memoized.impl.engine;

class PlantedSupply {
    Object stage = java.util.concurrent.CompletableFuture.supplyAsync(() -> 1);
}
