package dev.memoized.examples.bookshop;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;

/** One who listens: has its own queue and thread, as it may read slowly or not at all. What comes while news are sent is the next news. */
final class Listener extends Thread {

    /** As many as two of the largest herds. */
    static final int MOST_ITEMS = 2 * Herd.LARGEST;

    private static final Logger LOG = System.getLogger(Listener.class.getName());

    private final BlockingQueue<News.Item> items = new LinkedBlockingQueue<>(MOST_ITEMS);
    private final SseEventSink sink;
    private final Sse sse;
    private final Consumer<Listener> atEnd;

    /** @param atEnd is told of it when it listens no more */
    Listener(SseEventSink sink, Sse sse, Consumer<Listener> atEnd) {
        super("listener");
        this.sink = sink;
        this.sse = sse;
        this.atEnd = atEnd;
        setDaemon(true);
    }

    /** False when it is too far behind for one more. */
    boolean offer(News.Item item) {
        return items.offer(item);
    }

    /** It gets nothing more; returns at once. */
    void end() {
        atEnd.accept(this);
        interrupt();
    }

    @Override
    public void run() {
        try (sink) {
            while (!sink.isClosed()) {
                tell(next());
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | RuntimeException e) {
            LOG.log(Level.DEBUG, "One who listened is told nothing more", e);
        } finally {
            atEnd.accept(this);
        }
    }

    private News next() throws InterruptedException {
        List<News.Item> batch = new ArrayList<>(List.of(items.take()));
        items.drainTo(batch);
        return News.of(batch);
    }

    private void tell(News news) throws InterruptedException, ExecutionException {
        OutboundSseEvent event = sse.newEventBuilder()
                .mediaType(MediaType.APPLICATION_JSON_TYPE)
                .data(News.class, news)
                .build();
        sink.send(event).toCompletableFuture().get();
    }
}
