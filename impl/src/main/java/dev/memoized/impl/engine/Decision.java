package dev.memoized.impl.engine;

import dev.memoized.CacheUse;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/** A decision about the cache that holds until it is closed: with the work that it is for, or with its request. */
final class Decision implements OfRequest {
    private static final int KEYS_AT_MOST = 10_000;

    private final Set<Target> renewed = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean closed = new AtomicBoolean();
    private final CacheUse use;
    private final Runnable end;

    Decision(CacheUse use, Runnable end) {
        this.use = use;
        this.end = end;
    }

    CacheUse use() {
        return use;
    }

    /** Whether a key has not been renewed yet; of very many keys the rest is left as it is. */
    boolean isFirst(Target target) {
        return renewed.size() < KEYS_AT_MOST && renewed.add(target);
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            end.run();
        }
    }
}
