package dev.memoized.impl.engine;

class InnocentDependant {
    Object then(java.util.concurrent.CompletionStage<?> stage, java.util.concurrent.Executor executor) {
        return stage.thenRunAsync(() -> Thread.currentThread().interrupt(), executor);
    }
}
