package dev.memoized.impl.local;

import dev.memoized.spi.Entry;
import dev.memoized.spi.StoreStats;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** Where the entries of a namespace lie. It may lose them at any time. */
abstract class Shelf {
    private final Scope scope;

    Shelf(Scope scope) {
        this.scope = scope;
    }

    /** What was kept there last, if it has not been lost. */
    abstract @Nullable Node get(Object key);

    abstract void keep(Object key, Node node);

    abstract void remove(Object key);

    /** Gives the memory back at once, however much it is. */
    abstract void clear();

    abstract StoreStats stats();

    /** Those that were kept; null when it cannot list them. */
    @Nullable
    Collection<Object> keys() {
        return null;
    }

    /** What the caller sees: the hit path of the whole library. */
    final @Nullable Entry<Object> read(Object key, long now) {
        Node node = get(key);
        return node == null || Deadline.passed(node.deadline(), now) ? null : scope.left(node.entry(), key);
    }

    /** What lies there, if the caller sees anything of it. */
    final @Nullable Node find(Object key, long now) {
        Node node = get(key);
        boolean readable =
                node != null && !Deadline.passed(node.deadline(), now) && scope.left(node.entry(), key) != null;
        return readable ? node : null;
    }

    /** Those under which a caller would find something; null when it cannot list them. */
    final @Nullable Collection<Object> keys(long now) {
        Collection<Object> all = keys();
        return all == null
                ? null
                : all.stream().filter(key -> find(key, now) != null).toList();
    }
}
