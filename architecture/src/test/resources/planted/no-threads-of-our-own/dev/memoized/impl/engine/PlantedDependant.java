package dev.memoized.impl.engine;

class PlantedDependant {
    Object then(java.util.concurrent.CompletionStage<?> stage) {
        return stage.thenRunAsync(() -> {});
    }
}
