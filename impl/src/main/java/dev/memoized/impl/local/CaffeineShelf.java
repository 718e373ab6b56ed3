package dev.memoized.impl.local;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.memoized.spi.Entry;
import dev.memoized.spi.StoreStats;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/** The bounded room in which the entries of a namespace lie. */
final class Shelf {
    private final LongAdder evicted = new LongAdder();
    private final Scope scope;
    private final long maximum;
    private volatile Cache<Object, Node> nodes;

    Shelf(Scope scope, long maximum) {
        this.scope = scope;
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

    /** What the caller sees: the hit path of the whole library. */
    @Nullable
    Entry<Object> read(Object key, long now) {
        Node node = nodes.getIfPresent(key);
        return node == null || Deadline.passed(node.deadline(), now) ? null : scope.left(node.entry(), key);
    }

    /** What lies there, if the caller sees anything of it. */
    @Nullable
    Node find(Object key, long now) {
        Node node = nodes.getIfPresent(key);
        boolean readable =
                node != null && !Deadline.passed(node.deadline(), now) && scope.left(node.entry(), key) != null;
        return readable ? node : null;
    }

    void keep(Object key, Node node) {
        nodes.put(key, node);
    }

    void remove(Object key) {
        nodes.invalidate(key);
    }

    /** Gives the memory back at once, however much it is. */
    void clear() {
        nodes = empty();
    }

    StoreStats stats() {
        Cache<Object, Node> now = nodes;
        now.cleanUp();
        return new StoreStats(now.estimatedSize(), evicted.sum(), 0);
    }
}
