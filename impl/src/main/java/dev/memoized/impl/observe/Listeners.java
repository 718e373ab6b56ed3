package dev.memoized.impl.observe;

import dev.memoized.CacheListener;
import dev.memoized.Outcome;
import dev.memoized.RefreshEvent;
import dev.memoized.impl.log.Log;
import dev.memoized.impl.log.Message;
import java.util.List;

/** All listeners as one that never throws. */
public final class Listeners implements CacheListener {
    private final CacheListener[] listeners;
    private final Log log;

    public Listeners(List<? extends CacheListener> listeners, Log log) {
        this.listeners = listeners.toArray(CacheListener[]::new);
        this.log = log;
    }

    @Override
    public void called(String name, Outcome outcome, long ageNanos) {
        for (CacheListener listener : listeners) {
            try {
                listener.called(name, outcome, ageNanos);
            } catch (RuntimeException | LinkageError | AssertionError failure) {
                log.once(Message.LISTENER_FAILED, listener.getClass().getName(), failure);
            }
        }
    }

    @Override
    public void refreshed(String name, RefreshEvent event) {
        for (CacheListener listener : listeners) {
            try {
                listener.refreshed(name, event);
            } catch (RuntimeException | LinkageError | AssertionError failure) {
                log.once(Message.LISTENER_FAILED, listener.getClass().getName(), failure);
            }
        }
    }
}
