package dev.memoized.examples.bookshop;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.SseEventSink;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.awaitility.Awaitility;
import org.jboss.resteasy.plugins.providers.sse.SseImpl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Those who listen do not wait for each other. */
class FeedTest {

    private static final Duration SOON = Duration.ofSeconds(60);

    private final Feed feed = new Feed();
    private final Ear reader = new Ear(event -> CompletableFuture.completedFuture(event));

    @AfterEach
    void close() {
        feed.close();
    }

    private void listen(Ear ear) {
        feed.listen(ear, new SseImpl());
    }

    private void add(int number) {
        feed.add(new News.Run(number, "en", 0, 1, false));
    }

    private static void await(String what, Callable<Boolean> isSo) {
        Awaitility.await(what).atMost(SOON).until(isSo);
    }

    @Test
    void oneWhoDoesNotRead_holdsNobody_andIsClosedWhenFarBehind() {
        Ear stuck = new Ear(event -> new CompletableFuture<>());
        listen(stuck);
        listen(reader);
        add(0);
        await("the one is stuck", () -> stuck.heard() == 1);

        for (int number = 1; number <= Listener.MOST_ITEMS + 1; number++) {
            add(number);
            int told = number + 1;
            if (number % 1_000 == 0) {
                await("the other one hears all", () -> reader.heard() == told);
            }
        }

        await("the one is closed", stuck::isClosed);
        await("the other one hears all", () -> reader.heard() == Listener.MOST_ITEMS + 2);
        assertThat(stuck.heard()).isEqualTo(1);
        assertThat(reader.isClosed()).isFalse();
    }

    @Test
    void oneWhoCannotBeTold_isClosed_andTheOthersAreToldOn() {
        Ear broken = new Ear(event -> {
            throw new IllegalStateException("broken");
        });
        listen(broken);
        listen(reader);

        add(1);
        await("the one is closed", broken::isClosed);
        add(2);
        await("the other one hears all", () -> reader.heard() == 2);
    }

    @Test
    void feedThatIsClosed_closesThoseWhoListen() {
        listen(reader);

        feed.close();

        await("closed", reader::isClosed);
    }

    /** Somebody who listens; does with what is sent what it is told to do. */
    private static final class Ear implements SseEventSink {

        private final List<News> news = new CopyOnWriteArrayList<>();
        private final Function<OutboundSseEvent, CompletionStage<?>> sending;
        private volatile boolean closed;

        Ear(Function<OutboundSseEvent, CompletionStage<?>> sending) {
            this.sending = sending;
        }

        int heard() {
            return news.stream().mapToInt(each -> each.runs().size()).sum();
        }

        @Override
        public boolean isClosed() {
            return closed;
        }

        @Override
        public CompletionStage<?> send(OutboundSseEvent event) {
            news.add((News) event.getData());
            return sending.apply(event);
        }

        @Override
        public void close() {
            closed = true;
        }
    }
}
