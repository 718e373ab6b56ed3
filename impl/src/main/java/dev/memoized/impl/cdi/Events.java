package dev.memoized.impl.cdi;

import dev.memoized.CacheListener;
import dev.memoized.CallEnded;
import dev.memoized.Outcome;
import dev.memoized.RefreshEnded;
import dev.memoized.RefreshEvent;
import dev.memoized.impl.log.Log;
import dev.memoized.impl.log.RuntimeMessage;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.ObserverException;
import jakarta.enterprise.inject.spi.BeanManager;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Fires what happens as CDI events, those that somebody observes. */
final class Events implements CacheListener {
    private final Log log = new Log();
    private final @Nullable Event<CallEnded> calls;
    private final @Nullable Event<RefreshEnded> refreshes;

    private Events(@Nullable Event<CallEnded> calls, @Nullable Event<RefreshEnded> refreshes) {
        this.calls = calls;
        this.refreshes = refreshes;
    }

    /** None when nobody observes; asked once, as observers do not change while an application runs. */
    static List<CacheListener> of(BeanManager manager) {
        Event<CallEnded> calls = eventOf(manager, CallEnded.class, new CallEnded("", Outcome.FRESH, Duration.ZERO));
        Event<RefreshEnded> refreshes =
                eventOf(manager, RefreshEnded.class, new RefreshEnded("", RefreshEvent.STARTED));
        return calls == null && refreshes == null ? List.of() : List.of(new Events(calls, refreshes));
    }

    private static <T> @Nullable Event<T> eventOf(BeanManager manager, Class<T> type, T example) {
        boolean observed = manager.resolveObserverMethods(example).stream().anyMatch(each -> !each.isAsync());
        return observed ? manager.getEvent().select(type) : null;
    }

    @Override
    public void called(String name, Outcome outcome, long ageNanos) {
        if (calls != null) {
            fire(calls, new CallEnded(name, outcome, Duration.ofNanos(Math.max(0, ageNanos))));
        }
    }

    @Override
    public void refreshed(String name, RefreshEvent event) {
        if (refreshes != null) {
            fire(refreshes, new RefreshEnded(name, event));
        }
    }

    private <T> void fire(Event<T> event, T what) {
        try {
            event.fire(what);
        } catch (RuntimeException | LinkageError | AssertionError | VirtualMachineError failure) {
            log.once(RuntimeMessage.EVENT_FAILED, what.getClass().getName(), thrownBy(failure));
        }
    }

    /** What an observer threw, in which containers wrap what is checked. */
    private static Throwable thrownBy(Throwable failure) {
        Throwable cause = failure.getCause();
        return failure instanceof ObserverException && cause != null ? cause : failure;
    }
}
