package dev.memoized.impl.service;

import dev.memoized.Memoized;
import dev.memoized.impl.plan.Members;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** The methods that stand for a program's computations where the engine asks for a method; nobody calls them. */
class Computed {

    @Memoized
    @Nullable
    Object getOrCompute(String key) {
        return null;
    }

    @Memoized
    CompletionStage<@Nullable Object> getOrComputeAsync(String key) {
        return CompletableFuture.completedFuture(null);
    }

    static Method method(boolean staged) {
        try {
            return Computed.class.getDeclaredMethod(staged ? "getOrComputeAsync" : "getOrCompute", String.class);
        } catch (NoSuchMethodException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The annotation as it would be on a method with that name and these limits. */
    static Memoized annotation(Choice choice) {
        Memoized plain = method(false).getAnnotation(Memoized.class);
        return Members.of(
                plain,
                Map.of(
                        "name", choice.namespace(),
                        "schema", choice.schema(),
                        "refreshAfter", text(choice.refreshAfter()),
                        "expireAfter", text(choice.expireAfter())));
    }

    private static String text(@Nullable Duration age) {
        if (age == null) {
            return "";
        }
        return age.equals(dev.memoized.Cache.FOREVER) ? "forever" : age.toString();
    }
}
