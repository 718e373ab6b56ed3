package dev.memoized.impl.service;

import dev.memoized.AsyncCache;
import dev.memoized.BackendException;
import dev.memoized.Remembered;
import dev.memoized.impl.backend.Kind;
import dev.memoized.impl.log.RuntimeMessage;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/** Does what a view does where nobody waits. */
final class AsyncView<V> implements AsyncCache<V> {
    private final CacheView<V> view;
    private final Views views;
    private final Kind kind;

    AsyncView(CacheView<V> view, Views views, Choice choice) {
        this.view = view;
        this.views = views;
        this.kind = Kind.of(choice.type());
    }

    @Override
    public CompletionStage<@Nullable V> get(String key) {
        return later(() -> view.get(key));
    }

    @Override
    public CompletionStage<Optional<Remembered<V>>> find(String key) {
        return later(() -> view.find(key));
    }

    @Override
    @SuppressWarnings("unchecked") // the computation's own, in the width of the view
    public CompletionStage<@Nullable V> getOrCompute(
            String key, Callable<? extends CompletionStage<? extends @Nullable V>> computation) {
        CompletionStage<CompletionStage<Object>> begun = later(() ->
                (CompletionStage<Object>) Computing.call(views, view.region().staged(), key, computation));
        return begun.thenCompose(stage -> stage.thenApply(value -> (V) kind.seen(value)));
    }

    @Override
    public CompletionStage<Boolean> set(String key, @Nullable V value, @Nullable Duration expireAfter) {
        return later(() -> view.set(key, value, expireAfter));
    }

    @Override
    public CompletionStage<Boolean> add(String key, @Nullable V value, @Nullable Duration expireAfter) {
        return later(() -> view.add(key, value, expireAfter));
    }

    @Override
    public CompletionStage<Boolean> delete(String key) {
        return later(() -> view.delete(key));
    }

    @Override
    public CompletionStage<Boolean> hasKey(String key) {
        return later(() -> view.hasKey(key));
    }

    @Override
    public CompletionStage<Boolean> touch(String key, @Nullable Duration expireAfter) {
        return later(() -> view.touch(key, expireAfter));
    }

    @Override
    public CompletionStage<Long> incr(String key, long delta) {
        return later(() -> view.incr(key, delta));
    }

    @Override
    public CompletionStage<Long> incr(String key, long delta, long initial) {
        return later(() -> view.incr(key, delta, initial));
    }

    @Override
    public CompletionStage<Long> decr(String key, long delta) {
        return later(() -> view.decr(key, delta));
    }

    @Override
    public CompletionStage<Long> decr(String key, long delta, long initial) {
        return later(() -> view.decr(key, delta, initial));
    }

    @Override
    public CompletionStage<Map<String, @Nullable V>> getAll(Collection<String> keys) {
        List<String> copy = List.copyOf(keys);
        return later(() -> view.getAll(copy));
    }

    @Override
    public CompletionStage<Boolean> setAll(Map<String, ? extends @Nullable V> values, @Nullable Duration expireAfter) {
        Map<String, @Nullable V> copy = new java.util.LinkedHashMap<>(values);
        return later(() -> view.setAll(copy, expireAfter));
    }

    @Override
    public CompletionStage<@Nullable Void> deleteAll(Collection<String> keys) {
        List<String> copy = List.copyOf(keys);
        return later(() -> {
            view.deleteAll(copy);
            return null;
        });
    }

    @Override
    public CompletionStage<@Nullable Void> clear() {
        return later(() -> {
            view.clear();
            return null;
        });
    }

    private <T extends @Nullable Object> CompletionStage<T> later(Callable<T> operation) {
        CompletableFuture<T> end = new CompletableFuture<>();
        try {
            Executor executor = view.region().direct() ? Runnable::run : views.executor();
            executor.execute(() -> end(end, operation));
        } catch (RejectedExecutionException full) {
            String text = RuntimeMessage.ASYNC_REJECTED.text(view.region().name());
            end.completeExceptionally(new BackendException(text, full));
        } catch (RuntimeException wrongChoice) {
            end.completeExceptionally(wrongChoice);
        }
        return end;
    }

    private static <T extends @Nullable Object> void end(CompletableFuture<T> end, Callable<T> operation) {
        try {
            end.complete(operation.call());
        } catch (Throwable failure) {
            end.completeExceptionally(failure);
        }
    }
}
