package dev.memoized.impl.service;

import dev.memoized.AsyncCache;
import dev.memoized.Remembered;
import dev.memoized.impl.backend.Kind;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
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
    @SuppressWarnings("unchecked") // a method that is declared to return a stage returns one
    public CompletionStage<@Nullable V> getOrCompute(
            String key, Callable<? extends CompletionStage<? extends @Nullable V>> computation) {
        CompletableFuture<@Nullable V> end = new CompletableFuture<>();
        later(() -> (CompletionStage<Object>)
                        Computing.call(views, view.region().staged(), key, computation))
                .whenComplete((stage, refusal) -> {
                    if (refusal != null) {
                        end.completeExceptionally(refusal);
                    } else {
                        stage.whenComplete((value, failure) -> end(end, value, failure));
                    }
                });
        return end;
    }

    @SuppressWarnings("unchecked") // the computation's own, in the width of the view
    private void end(CompletableFuture<@Nullable V> end, @Nullable Object value, @Nullable Throwable failure) {
        if (failure == null) {
            end.complete((V) kind.seen(value));
        } else {
            Throwable cause = failure instanceof CompletionException ? failure.getCause() : null;
            end.completeExceptionally(cause == null ? failure : cause);
        }
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
        Map<String, @Nullable V> copy = new LinkedHashMap<>(values);
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
        Region region;
        try {
            region = view.region();
        } catch (RuntimeException wrongChoice) {
            return CompletableFuture.failedFuture(wrongChoice);
        }
        return region.direct() ? Later.now(operation) : views.later().run(region.name(), operation);
    }
}
