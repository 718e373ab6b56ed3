package dev.memoized.infinispan;

import dev.memoized.cells.Told;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.infinispan.Cache;
import org.infinispan.notifications.Listener;
import org.infinispan.notifications.cachelistener.annotation.CacheEntryCreated;
import org.infinispan.notifications.cachelistener.annotation.CacheEntryModified;
import org.infinispan.notifications.cachelistener.event.CacheEntryEvent;

/** Hears of changes, of this member and of others. */
final class Ears implements AutoCloseable {
    private static final Logger LOG = System.getLogger(Ears.class.getName());

    private final List<Runnable> shut = new ArrayList<>();
    private final Caches caches;

    Ears(Caches caches) {
        this.caches = caches;
    }

    void open(Told told) {
        listen(caches.entries(), told);
        if (caches.marks() != (Object) caches.entries()) {
            listen(caches.marks(), told);
        }
    }

    private void listen(Cache<?, ?> cache, Told told) {
        Object ear = Caches.isOfParts(cache) ? new OfParts(told) : new OfCopies(told);
        cache.addListener(ear);
        shut.add(() -> cache.removeListener(ear));
    }

    /** A member that leaves at the same time cannot be told, and need not be. */
    @Override
    public void close() {
        for (Runnable each : shut) {
            try {
                each.run();
            } catch (RuntimeException gone) {
                LOG.log(Level.DEBUG, "a member was not told that this one listens no longer: {0}", gone.getClass());
            }
        }
        shut.clear();
    }

    /** Of a cache that each member has a whole copy of. */
    @Listener
    public static final class OfCopies {
        private final Told told;

        private OfCopies(Told told) {
            this.told = told;
        }

        /** For the cache. */
        @CacheEntryCreated
        @CacheEntryModified
        public CompletionStage<Void> heard(CacheEntryEvent<Object, Object> event) {
            return tell(told, event);
        }
    }

    /** Of a cache whose entries lie with some members: each sends what is changed to all. */
    @Listener(clustered = true)
    public static final class OfParts {
        private final Told told;

        private OfParts(Told told) {
            this.told = told;
        }

        /** For the cache. */
        @CacheEntryCreated
        @CacheEntryModified
        public CompletionStage<Void> heard(CacheEntryEvent<Object, Object> event) {
            return tell(told, event);
        }
    }

    private static CompletionStage<Void> tell(Told told, CacheEntryEvent<Object, Object> event) {
        if (!event.isPre() && event.getKey() instanceof String name) {
            if (event.getValue() instanceof byte[] bytes) {
                told.cell(name, bytes);
            } else if (event.getValue() instanceof String text) {
                told.text(name, text);
            }
        }
        return CompletableFuture.completedFuture(null);
    }
}
