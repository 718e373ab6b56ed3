package dev.memoized.infinispan.remote;

import dev.memoized.cells.Told;
import dev.memoized.spi.TimeSource;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.infinispan.client.hotrod.RemoteCache;
import org.infinispan.client.hotrod.annotation.ClientCacheEntryCreated;
import org.infinispan.client.hotrod.annotation.ClientCacheEntryExpired;
import org.infinispan.client.hotrod.annotation.ClientCacheEntryModified;
import org.infinispan.client.hotrod.annotation.ClientCacheEntryRemoved;
import org.infinispan.client.hotrod.annotation.ClientCacheFailover;
import org.infinispan.client.hotrod.annotation.ClientListener;
import org.infinispan.client.hotrod.event.ClientCacheEntryCreatedEvent;
import org.infinispan.client.hotrod.event.ClientCacheEntryExpiredEvent;
import org.infinispan.client.hotrod.event.ClientCacheEntryModifiedEvent;
import org.infinispan.client.hotrod.event.ClientCacheEntryRemovedEvent;
import org.infinispan.client.hotrod.event.ClientCacheFailoverEvent;
import org.jspecify.annotations.Nullable;

/**
 * Hears which names have changed, and asks for what they have where somebody here needs to know. Servers tell nothing while
 * the client looks for another one, and it does not say when it has found one: so what matters here is asked for each second,
 * by one call, as long as anything does. Never waits. Thread-safe.
 */
final class Watch implements AutoCloseable {
    /** How long a change may be overlooked. */
    private static final Duration ASKS_AGAIN = Duration.ofSeconds(1);

    private static final Logger LOG = System.getLogger(Watch.class.getName());

    private final ReentrantLock lock = new ReentrantLock();
    private final RemoteCache<String, byte[]> cache;
    private final TimeSource time;
    private @Nullable Ear ear;
    private @Nullable Runnable forgets;
    private boolean isClosed;

    Watch(RemoteCache<String, byte[]> cache, TimeSource time) {
        this.cache = cache;
        this.time = time;
    }

    void open(Told told) {
        Ear fresh = new Ear(this, told);
        ear = fresh;
        cache.addClientListener(fresh);
        askLater(told);
    }

    private void askLater(Told told) {
        lock.lock();
        try {
            if (!isClosed) {
                forgets = time.after(ASKS_AGAIN, () -> asked(told).whenComplete((done, failure) -> askLater(told)));
            }
        } finally {
            lock.unlock();
        }
    }

    /** All that matters here. */
    private CompletableFuture<?> asked(Told told) {
        Map<String, Consumer<byte @Nullable []>> cared = told.cared();
        return cared.isEmpty() ? CompletableFuture.completedFuture(null) : answered(cared);
    }

    private CompletableFuture<?> answered(Map<String, Consumer<byte @Nullable []>> questions) {
        try {
            return cache.getAllAsync(questions.keySet())
                    .thenAccept(all -> questions.forEach((name, question) -> question.accept(all.get(name))))
                    .exceptionally(Watch::isMissed);
        } catch (RuntimeException stopped) {
            return CompletableFuture.completedFuture(isMissed(stopped));
        }
    }

    /** It is asked again. */
    private static @Nullable Void isMissed(Throwable failure) {
        LOG.log(Level.DEBUG, "no answer to what has changed: {0}", failure.getClass());
        return null;
    }

    private void changed(Told told, Object name, long version) {
        if (name instanceof String text) {
            Consumer<byte @Nullable []> question = told.changed(text, version);
            if (question != null) {
                answered(Map.of(text, question));
            }
        }
    }

    @Override
    public void close() {
        Ear known = ear;
        lock.lock();
        try {
            isClosed = true;
            if (forgets != null) {
                forgets.run();
            }
        } finally {
            lock.unlock();
        }
        if (known != null) {
            removeListener(known);
        }
    }

    /** A server that is gone cannot be told, and need not be. */
    private void removeListener(Ear known) {
        try {
            cache.removeClientListener(known);
        } catch (RuntimeException gone) {
            LOG.log(Level.DEBUG, "a server was not told that this client listens no longer: {0}", gone.getClass());
        }
    }

    /** Hears names, not values. */
    @ClientListener
    public static final class Ear {
        private final Watch watch;
        private final Told told;

        private Ear(Watch watch, Told told) {
            this.watch = watch;
            this.told = told;
        }

        /** For the client. */
        @ClientCacheEntryCreated
        public void created(ClientCacheEntryCreatedEvent<Object> event) {
            watch.changed(told, event.getKey(), event.getVersion());
        }

        /** For the client. */
        @ClientCacheEntryModified
        public void modified(ClientCacheEntryModifiedEvent<Object> event) {
            watch.changed(told, event.getKey(), event.getVersion());
        }

        /** For the client. */
        @ClientCacheEntryRemoved
        public void removed(ClientCacheEntryRemovedEvent<Object> event) {
            watch.changed(told, event.getKey(), 0);
        }

        /** For the client. */
        @ClientCacheEntryExpired
        public void expired(ClientCacheEntryExpiredEvent<Object> event) {
            watch.changed(told, event.getKey(), 0);
        }

        /** What was not told meanwhile is asked for. */
        @ClientCacheFailover
        public void failedOver(ClientCacheFailoverEvent event) {
            told.missed();
            watch.asked(told);
        }
    }
}
