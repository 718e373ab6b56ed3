package dev.memoized.infinispan;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.locks.ReentrantLock;
import org.infinispan.Cache;
import org.infinispan.manager.EmbeddedCacheManager;
import org.infinispan.notifications.Listener;
import org.infinispan.notifications.cachemanagerlistener.annotation.Merged;
import org.infinispan.notifications.cachemanagerlistener.event.MergeEvent;
import org.jspecify.annotations.Nullable;

/**
 * The time since the parts of the cluster last found each other again. Nobody knows what the other part had invalidated, so
 * what was stored before is nothing to anybody, and numbers begin anew: by what all members agree on, not by a clock. Its
 * number is that of the view which joined the parts, the same for all and higher than those of the parts; who comes later
 * finds it in the ledger. Thread-safe.
 */
final class Era implements AutoCloseable {
    /** Before any part was lost. */
    static final long FIRST = 0;

    private final ReentrantLock lock = new ReentrantLock();
    private final Cache<String, String> ledger;
    private final String name;
    private final String number;
    private final Runnable ended;
    private final Ear ear = new Ear(this);
    private volatile long current = FIRST;

    /**
     * Begins when it is opened.
     *
     * @param ended is run after the end of one
     */
    Era(Cache<String, String> ledger, Names names, Runnable ended) {
        this.ledger = ledger;
        this.name = names.era();
        this.number = names.number();
        this.ended = ended;
    }

    /** From now on it hears of the next. */
    void open() {
        manager().addListener(ear);
        heard(ledger.get(name));
        heard(ledger.get(number));
    }

    private EmbeddedCacheManager manager() {
        return ledger.getCacheManager();
    }

    long current() {
        return current;
    }

    /** A text of the ledger that begins with the era in which it was written; null tells nothing. */
    void heard(@Nullable String text) {
        if (text != null) {
            begun(of(text));
        }
    }

    /** In which a text of the ledger was written. */
    static long of(String text) {
        int end = text.indexOf(' ');
        return Ledger.whole(end < 0 ? text : text.substring(0, end));
    }

    private void begun(long other) {
        lock.lock();
        try {
            if (other <= current) {
                return;
            }
            current = other;
        } finally {
            lock.unlock();
        }
        ended.run();
    }

    private void joined(int view) {
        begun(view);
        ledger.putAsync(name, Long.toString(view)).exceptionally(failure -> null);
    }

    @Override
    public void close() {
        manager().removeListener(ear);
    }

    /** Hears that parts have joined. */
    @Listener
    public static final class Ear {
        private final Era era;

        private Ear(Era era) {
            this.era = era;
        }

        /** For the container. */
        @Merged
        public CompletionStage<Void> joined(MergeEvent event) {
            era.joined(event.getViewId());
            return CompletableFuture.completedFuture(null);
        }
    }
}
