package dev.memoized.infinispan;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.locks.ReentrantLock;
import org.infinispan.Cache;
import org.infinispan.manager.EmbeddedCacheManager;
import org.infinispan.notifications.Listener;
import org.infinispan.notifications.cachemanagerlistener.annotation.Merged;
import org.infinispan.notifications.cachemanagerlistener.event.MergeEvent;
import org.infinispan.remoting.transport.Address;
import org.jspecify.annotations.Nullable;

/**
 * The time since the parts of the cluster last found each other again. Nobody knows what the other part had invalidated, so
 * what was stored before is nothing to anybody, and numbers begin anew: by what all members agree on, not by a clock. Its
 * name is that of the view which joined the parts, the same for all; who comes later finds it in the ledger. Thread-safe.
 */
final class Era implements AutoCloseable {
    /** Before any part was lost. */
    static final String FIRST = "0@";

    private final ReentrantLock lock = new ReentrantLock();
    private final Cache<String, String> ledger;
    private final String name;
    private final String number;
    private final Runnable ended;
    private final Ear ear = new Ear(this);
    private volatile String current = FIRST;

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
        String known = ledger.get(name);
        if (known != null) {
            heard(known);
        }
        heardBy(ledger.get(number));
    }

    /** The number of the last invalidation begins with the era in which it was given. */
    void heardBy(@Nullable String numbered) {
        if (numbered != null) {
            heard(numbered.substring(0, Math.max(numbered.lastIndexOf(' '), 0)));
        }
    }

    private EmbeddedCacheManager manager() {
        return ledger.getCacheManager();
    }

    String current() {
        return current;
    }

    /** Another member, or this one, knows of a later one. */
    void heard(String other) {
        lock.lock();
        try {
            if (view(other) <= view(current)) {
                return;
            }
            current = other;
        } finally {
            lock.unlock();
        }
        ended.run();
    }

    private static long view(String era) {
        int end = era.indexOf('@');
        return end <= 0 ? 0 : Ledger.whole(era.substring(0, end));
    }

    private void joined(int view, List<Address> members) {
        String next = view + "@" + members.get(0);
        heard(next);
        ledger.putAsync(name, next).exceptionally(failure -> null);
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
            era.joined(event.getViewId(), event.getNewMembers());
            return CompletableFuture.completedFuture(null);
        }
    }
}
