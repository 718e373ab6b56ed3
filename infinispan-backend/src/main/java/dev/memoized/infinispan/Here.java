package dev.memoized.infinispan;

import java.util.concurrent.CompletableFuture;
import org.infinispan.AdvancedCache;
import org.infinispan.Cache;
import org.infinispan.distribution.DistributionManager;
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
        AdvancedCache<String, V> advanced = cache.getAdvancedCache();
        if (isLoaded(advanced) || !isOwned(advanced, name)) {
            return null;
        }
        CompletableFuture<V> asked = cache.getAsync(name);
        return asked.isDone() && !asked.isCompletedExceptionally() ? new Here<>(asked.join()) : null;
    }

    private static boolean isLoaded(AdvancedCache<?, ?> cache) {
        return cache.getCacheConfiguration().persistence().usingStores();
    }

    /** A member with copies of all need not have them yet, or again. */
    private static boolean isOwned(AdvancedCache<String, ?> cache, String name) {
        DistributionManager members = cache.getDistributionManager();
        return members == null
                || members.getCacheTopology()
                        .isReadOwner(cache.getKeyDataConversion().toStorage(name));
    }
}
