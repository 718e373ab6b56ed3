package dev.memoized.infinispan;

import java.util.concurrent.CompletableFuture;
import org.infinispan.AdvancedCache;
import org.infinispan.Cache;
import org.jspecify.annotations.Nullable;

/**
 * What this member has itself.
 *
 * @param value null: nothing
 */
record Here<V>(@Nullable V value) {

    /**
     * Asks nobody else, and waits for nothing.
     *
     * @return null when somebody else has it, or this member does not know
     */
    static <V> @Nullable Here<V> of(Cache<String, V> cache, String name) {
        if (Caches.isOfParts(cache) && !isOwned(cache.getAdvancedCache(), name)) {
            return null;
        }
        CompletableFuture<V> asked = cache.getAsync(name);
        return asked.isDone() && !asked.isCompletedExceptionally() ? new Here<>(asked.join()) : null;
    }

    private static boolean isOwned(AdvancedCache<String, ?> cache, String name) {
        Object stored = cache.getKeyDataConversion().toStorage(name);
        return cache.getDistributionManager().getCacheTopology().isReadOwner(stored);
    }
}
