package dev.memoized.impl.cdi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.memoized.CacheListener;
import dev.memoized.CallEnded;
import dev.memoized.Outcome;
import dev.memoized.RefreshEnded;
import dev.memoized.RefreshEvent;
import dev.memoized.impl.log.HeardLog;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.ObserverException;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.ObserverMethod;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class EventsTest {
    private final List<Object> fired = new ArrayList<>();

    /** A container in which one type is observed, and what firing does. */
    private static BeanManager container(Class<?> observed, boolean async, Consumer<Object> firing) {
        ObserverMethod<?> observer = proxy(ObserverMethod.class, (self, method, arguments) -> async);
        Event<?> event = proxy(Event.class, (self, method, arguments) -> switch (method.getName()) {
            case "select" -> self;
            case "fire" -> {
                firing.accept(arguments[0]);
                yield null;
            }
            default -> throw new AssertionError(method);
        });
        return proxy(BeanManager.class, (self, method, arguments) -> switch (method.getName()) {
            case "resolveObserverMethods" -> observed.isInstance(arguments[0]) ? Set.of(observer) : Set.of();
            case "getEvent" -> event;
            default -> throw new AssertionError(method);
        });
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    @Test
    void nobodyObserves_thereIsNoListener() {
        assertThat(Events.of(container(Void.class, false, fired::add))).isEmpty();
    }

    @Test
    void observerIsAsynchronous_thereIsNoListener() {
        assertThat(Events.of(container(CallEnded.class, true, fired::add))).isEmpty();
    }

    @Test
    void callsAreObserved_renewalsAreNotFired() {
        tell(Events.of(container(CallEnded.class, false, fired::add)));
        assertThat(fired)
                .containsExactly(
                        new CallEnded("books", Outcome.FRESH, Duration.ofNanos(5)),
                        new CallEnded("books", Outcome.FAILED, Duration.ZERO));
    }

    @Test
    void renewalsAreObserved_callsAreNotFired() {
        tell(Events.of(container(RefreshEnded.class, false, fired::add)));
        assertThat(fired).containsExactly(new RefreshEnded("books", RefreshEvent.STARTED));
    }

    @Test
    void observerFails_isLoggedOnceAndThrownToNobody() {
        for (Throwable failure : List.of(
                new IllegalStateException("4111"), new NoClassDefFoundError("4111"), new AssertionError("4111"))) {
            assertThat(textsWhenThrown(failure).get(0))
                    .contains(CallEnded.class.getName())
                    .contains(failure.getClass().getName());
        }
        assertThat(textsWhenThrown(new ObserverException(new Exception("4111"))).get(0))
                .contains("java.lang.Exception");
    }

    private static List<String> textsWhenThrown(Throwable failure) {
        try (HeardLog heard = HeardLog.open()) {
            tell(Events.of(container(CallEnded.class, false, what -> raise(failure))));
            assertThat(heard.texts()).hasSize(2).noneMatch(text -> text.contains("4111"));
            assertThat(heard.texts().get(0)).startsWith("WARNING MEMO0324");
            assertThat(heard.texts().get(1)).startsWith("FINE MEMO0324");
            return heard.texts();
        }
    }

    private static void tell(List<CacheListener> listeners) {
        assertThat(listeners).hasSize(1);
        listeners.get(0).called("books", Outcome.FRESH, 5);
        listeners.get(0).called("books", Outcome.FAILED, -1);
        listeners.get(0).refreshed("books", RefreshEvent.STARTED);
    }

    private static void raise(Throwable failure) {
        if (failure instanceof Error error) {
            throw error;
        }
        throw (RuntimeException) failure;
    }
}
