package dev.memoized.tck.behaviour;

import dev.memoized.Memoized;
import dev.memoized.WhenCold;
import dev.memoized.tck.Body;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/** A bean whose stages are completed by the test. */
@ApplicationScoped
public class StagesLoader {
    private final Body body = new Body();
    private final ConcurrentMap<String, CompletableFuture<String>> running = new ConcurrentHashMap<>();
    private volatile CompletableFuture<String> trigger = new CompletableFuture<>();

    @Inject
    Instance<StagesLoader> self;

    @Memoized(refreshAfter = "1m", expireAfter = "1h")
    public CompletionStage<String> load(String key) {
        return begin(key);
    }

    @Memoized(whenCold = WhenCold.FAIL)
    public CompletionStage<String> failing(String key) {
        return begin(key);
    }

    @Memoized(whenCold = WhenCold.COMPUTE)
    public CompletionStage<String> computing(String key) {
        return begin(key);
    }

    @Memoized
    public CompletableFuture<String> future(String key) {
        return begin(key);
    }

    private CompletableFuture<String> begin(String key) {
        CompletableFuture<String> future = new CompletableFuture<>();
        running.put(body.compute(key), future);
        return future;
    }

    @Memoized
    public CompletionStage<String> complete() {
        return CompletableFuture.completedStage(body.compute("complete"));
    }

    @Memoized
    public CompletionStage<String> throwing() {
        throw new IllegalStateException(body.compute("early"));
    }

    @Memoized
    public @Nullable CompletionStage<String> missing() {
        body.compute("missing");
        return null;
    }

    @Memoized
    public CompletionStage<String> recursive(String key) {
        body.compute(key);
        int depth = body.count(key);
        return depth == 4
                ? CompletableFuture.completedFuture("end")
                : CompletableFuture.completedFuture(depth)
                        .thenCompose(number -> self.get().recursive(key))
                        .thenApply(rest -> depth + " " + rest);
    }

    @Memoized
    public CompletionStage<String> later(String key) {
        String value = body.compute(key);
        return value.endsWith("#1")
                ? trigger.thenCompose(go -> self.get().later(key))
                : CompletableFuture.completedFuture(value);
    }

    public void trigger(CompletableFuture<String> future) {
        trigger = future;
    }

    public void complete(String value) {
        running(value).complete(value);
    }

    @SuppressWarnings("NullAway") // a stage may complete with null
    public void completeWithNull(String value) {
        running(value).complete(null);
    }

    public void fail(String value, Throwable failure) {
        running(value).completeExceptionally(failure);
    }

    private CompletableFuture<String> running(String value) {
        return Objects.requireNonNull(running.get(value), value);
    }

    public Body body() {
        return body;
    }
}
