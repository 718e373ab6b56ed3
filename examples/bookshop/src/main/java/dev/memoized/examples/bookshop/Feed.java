package dev.memoized.examples.bookshop;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseBroadcaster;
import jakarta.ws.rs.sse.SseEventSink;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;

/** Tells all who listen what happens, as it happens: whatever comes while news are sent is the next news. */
@ApplicationScoped
class Feed {

    private static final int MOST_ITEMS = 20_000;

    private final BlockingQueue<News.Item> items = new LinkedBlockingQueue<>(MOST_ITEMS);
    private final Thread teller = new Thread(this::tell, "feed");
    private volatile @Nullable Listeners listeners;

    @PostConstruct
    void open() {
        teller.setDaemon(true);
        teller.start();
    }

    synchronized void listen(SseEventSink sink, Sse sse) {
        Listeners known = listeners;
        if (known == null) {
            known = new Listeners(sse, sse.newBroadcaster());
            listeners = known;
        }
        known.broadcaster.register(sink);
    }

    /** Costs the caller nothing but a place in a queue; news for which there is none are lost. */
    void add(News.Item item) {
        if (listeners != null) {
            items.offer(item);
        }
    }

    private void tell() {
        try {
            for (News.Item next = items.take(); ; next = items.take()) {
                List<News.Item> batch = new ArrayList<>(List.of(next));
                items.drainTo(batch);
                Listeners known = listeners;
                if (known != null) {
                    known.tell(News.of(batch));
                }
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    @PreDestroy
    void close() {
        teller.interrupt();
        Listeners known = listeners;
        if (known != null) {
            known.broadcaster.close();
        }
    }

    private record Listeners(Sse sse, SseBroadcaster broadcaster) {

        void tell(News news) {
            broadcaster.broadcast(sse.newEventBuilder()
                    .mediaType(MediaType.APPLICATION_JSON_TYPE)
                    .data(News.class, news)
                    .build());
        }
    }
}
