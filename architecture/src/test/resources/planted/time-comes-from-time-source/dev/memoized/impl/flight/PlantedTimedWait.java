package dev.memoized.impl.flight;

class PlantedTimedWait {
    Object rest(java.util.concurrent.CompletableFuture<?> future) throws Exception {
        return future.get(1, java.util.concurrent.TimeUnit.SECONDS);
    }
}
