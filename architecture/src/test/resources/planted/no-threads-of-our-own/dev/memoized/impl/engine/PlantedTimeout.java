package dev.memoized.impl.engine;

class PlantedTimeout {
    Object then(java.util.concurrent.CompletableFuture<?> future) {
        return future.orTimeout(1, java.util.concurrent.TimeUnit.SECONDS);
    }
}
