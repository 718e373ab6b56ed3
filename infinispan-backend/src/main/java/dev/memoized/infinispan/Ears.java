package dev.memoized.infinispan;

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
    private final List<Runnable> shut = new ArrayList<>();
    private final Caches caches;
    private final Told told;

    /** Who is told. */
    interface Told {

        /** A name has another value now. */
        void changed(Object name, Object value);
    }

    Ears(Caches caches, Told told) {
        this.caches = caches;
        this.told = told;
    }

    void open() {
        listen(caches.entries());
        if (caches.marks() != (Object) caches.entries()) {
            listen(caches.marks());
        }
    }

    private void listen(Cache<?, ?> cache) {
        Object ear = Caches.isOfParts(cache) ? new OfParts(told) : new OfCopies(told);
        cache.addListener(ear);
        shut.add(() -> cache.removeListener(ear));
    }

    @Override
    public void close() {
        shut.forEach(Runnable::run);
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
        if (!event.isPre() && event.getValue() != null) {
            told.changed(event.getKey(), event.getValue());
        }
        return CompletableFuture.completedFuture(null);
    }
}
