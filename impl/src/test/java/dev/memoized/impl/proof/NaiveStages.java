package dev.memoized.impl.proof;

import dev.memoized.impl.engine.Body;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** How a {@link NaiveMemoizing} remembers what stages bring, for ever; for one thread. */
final class NaiveStages {
    private final Map<List<Object>, CompletableFuture<Object>> ended = new HashMap<>();
    private final Map<List<Object>, CompletableFuture<Object>> running = new HashMap<>();
    private final Defect defect;
    private final Body body;

    NaiveStages(Defect defect, Body body) {
        this.defect = defect;
        this.body = body;
    }

    CompletionStage<Object> call(Object... arguments) throws Exception {
        List<Object> key = Arrays.asList(arguments);
        CompletableFuture<Object> known = ended.getOrDefault(key, running.get(key));
        return known == null ? lead(key) : copy(known);
    }

    private CompletableFuture<Object> lead(List<Object> key) throws Exception {
        CompletableFuture<Object> flight = new CompletableFuture<>();
        CompletableFuture<Object> first = copy(flight);
        running.put(key, flight);
        CompletionStage<Object> source = source(key);
        if (source == null) {
            return nothing(key);
        }
        source.whenComplete((value, failure) -> {
            if (defect == Defect.DEPENDANTS_BEFORE_REMOVE) {
                complete(flight, value, failure);
            }
            boolean isMiss = failure == null
                    ? value == null && defect == Defect.NULL_IS_A_MISS
                    : defect != Defect.FAILED_STAGE_REMEMBERED;
            if (!isMiss) {
                ended.put(key, defect == Defect.CALLERS_STAGE_REMEMBERED ? first : flight);
            }
            running.remove(key);
            complete(flight, value, failure);
        });
        return first;
    }

    @SuppressWarnings("unchecked") // a body of stages
    private CompletionStage<Object> source(List<Object> key) throws Exception {
        return (CompletionStage<Object>) body.compute(key.toArray());
    }

    private CompletableFuture<Object> nothing(List<Object> key) {
        if (defect != Defect.NULL_STAGE_LEAVES_FLIGHT) {
            running.remove(key);
        }
        return CompletableFuture.failedFuture(new NullPointerException("no stage"));
    }

    private static void complete(CompletableFuture<Object> flight, Object value, Throwable failure) {
        if (failure == null) {
            flight.complete(value);
        } else {
            flight.completeExceptionally(failure);
        }
    }

    private CompletableFuture<Object> copy(CompletableFuture<Object> known) {
        return defect == Defect.ONE_STAGE_FOR_ALL ? known : known.copy();
    }

    int flights() {
        return running.size();
    }
}
