package dev.memoized.examples.bookshop;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Tells all who listen what happens, as it happens, each at the pace at which it listens. */
@ApplicationScoped
class Feed {

    private final List<Listener> listeners = new CopyOnWriteArrayList<>();

    void listen(SseEventSink sink, Sse sse) {
        Listener listener = new Listener(sink, sse, listeners::remove);
        listeners.add(listener);
        listener.start();
    }

    /** Costs the caller nothing but a place in a queue for each who listens; who has fallen far behind listens no more. */
    void add(News.Item item) {
        for (Listener listener : listeners) {
            if (!listener.offer(item)) {
                listener.end();
            }
        }
    }

    @PreDestroy
    void close() {
        listeners.forEach(Listener::end);
    }
}
