package dev.memoized.impl.local;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.memoized.spi.StoreStats;
import java.util.Collection;
import java.util.Set;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/** A bounded room in memory. */
final class CaffeineShelf extends Shelf {
    private final LongAdder evicted = new LongAdder();
    private final long maximum;
    private volatile Cache<Object, Node> nodes;

    CaffeineShelf(Scope scope, long maximum) {
        super(scope);
        this.maximum = maximum;
        this.nodes = empty();
    }

    private Cache<Object, Node> empty() {
        return Caffeine.newBuilder()
                .maximumSize(maximum)
                .executor(Runnable::run)
                .evictionListener((key, node, cause) -> evicted.increment())
                .build();
    }

    @Override
    @Nullable
    Node get(Object key) {
        return nodes.getIfPresent(key);
    }

    @Override
    void keep(Object key, Node node) {
        nodes.put(key, node);
    }

    @Override
    void remove(Object key) {
        nodes.invalidate(key);
    }

    @Override
    void clear() {
        nodes = empty();
    }

    @Override
    Collection<Object> keys() {
        return nodes.policy()
                .eviction()
                .map(eviction -> eviction.coldest(Integer.MAX_VALUE).keySet())
                .orElse(Set.of());
    }

    @Override
    StoreStats stats() {
        Cache<Object, Node> now = nodes;
        now.cleanUp();
        return new StoreStats(now.estimatedSize(), evicted.sum(), 0);
    }
}
