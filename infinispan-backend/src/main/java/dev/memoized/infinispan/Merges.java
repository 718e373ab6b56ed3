package dev.memoized.infinispan;

import dev.memoized.cells.Names;
import dev.memoized.cells.Told;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.infinispan.Cache;
import org.infinispan.manager.EmbeddedCacheManager;
import org.infinispan.notifications.Listener;
import org.infinispan.notifications.cachemanagerlistener.annotation.Merged;
import org.infinispan.notifications.cachemanagerlistener.event.MergeEvent;
import org.jspecify.annotations.Nullable;

/**
 * Tells when parts of the cluster have found each other again. The number of the new era is that of the view which joined the
 * parts: the same for all, and higher than those of the parts. Thread-safe.
 */
final class Merges implements AutoCloseable {
    private final Cache<String, String> marks;
    private final String name;
    private volatile @Nullable Ear ear;

    Merges(Cache<String, String> marks, Names names) {
        this.marks = marks;
        this.name = names.era();
    }

    void open(Told told) {
        Ear fresh = new Ear(this, told);
        ear = fresh;
        manager().addListener(fresh);
    }

    private EmbeddedCacheManager manager() {
        return marks.getCacheManager();
    }

    private void joined(Told told, int view) {
        told.joined(view);
        marks.putAsync(name, Long.toString(view)).exceptionally(failure -> null);
    }

    @Override
    public void close() {
        Ear known = ear;
        if (known != null) {
            manager().removeListener(known);
        }
    }

    /** Hears that parts have joined. */
    @Listener
    public static final class Ear {
        private final Merges merges;
        private final Told told;

        private Ear(Merges merges, Told told) {
            this.merges = merges;
            this.told = told;
        }

        /** For the container. */
        @Merged
        public CompletionStage<Void> joined(MergeEvent event) {
            merges.joined(told, event.getViewId());
            return CompletableFuture.completedFuture(null);
        }
    }
}
