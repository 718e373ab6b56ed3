package dev.memoized.impl.observe;

import dev.memoized.CacheListener;
import dev.memoized.CallCounts;
import dev.memoized.Mishap;
import dev.memoized.Outcome;
import dev.memoized.RefreshEvent;
import dev.memoized.impl.log.AdviceMessage;
import dev.memoized.impl.log.Log;
import dev.memoized.impl.log.RuntimeMessage;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/** All that hear of one namespace, as one that never throws: its counters first, then the application's listeners. */
public final class MethodListeners {
    /** Ten times as many as are kept at a time where nothing else is set: who fills the cache first is not meant. */
    private static final int MANY = 100_000;

    private final Counters counters = new Counters();
    private final AtomicLong stored = new AtomicLong();
    private final String name;
    private final CacheListener[] listeners;
    private final Log log;

    MethodListeners(String name, CacheListener[] listeners, Log log) {
        this.name = name;
        this.listeners = listeners;
        this.log = log;
    }

    /** A call has ended; see {@link CacheListener#called}. */
    public void called(Outcome outcome, long ageNanos) {
        counters.add(outcome);
        for (CacheListener listener : listeners) {
            try {
                listener.called(name, outcome, ageNanos);
            } catch (RuntimeException | LinkageError | AssertionError | VirtualMachineError failure) {
                failed(listener, failure);
            }
        }
    }

    /** Something became of a renewal; see {@link CacheListener#refreshed}. */
    public void refreshed(RefreshEvent event) {
        counters.add(event);
        tell(listener -> listener.refreshed(name, event));
    }

    /** Something went wrong beside a computation; see {@link CacheListener#suffered}. */
    public void suffered(Mishap mishap) {
        counters.add(mishap);
        tell(listener -> listener.suffered(name, mishap));
    }

    /** A value has been stored. The log is told once of a namespace whose values are hardly ever asked for again. */
    public void stored() {
        if (stored.incrementAndGet() == MANY && counters.isSeldomServed()) {
            log.warn(AdviceMessage.HARDLY_HIT, name, MANY);
        }
    }

    private void tell(Consumer<CacheListener> what) {
        for (CacheListener listener : listeners) {
            try {
                what.accept(listener);
            } catch (RuntimeException | LinkageError | AssertionError | VirtualMachineError failure) {
                failed(listener, failure);
            }
        }
    }

    private void failed(CacheListener listener, Throwable failure) {
        log.once(RuntimeMessage.LISTENER_FAILED, listener.getClass().getName(), failure);
    }

    CallCounts counts() {
        return counters.counts(name);
    }
}
