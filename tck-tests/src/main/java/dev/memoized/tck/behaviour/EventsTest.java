package dev.memoized.tck.behaviour;

import static dev.memoized.Outcome.COMPUTED;
import static dev.memoized.Outcome.FAILED;
import static dev.memoized.Outcome.FRESH;
import static dev.memoized.Outcome.STALE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.memoized.CallEnded;
import dev.memoized.Memoized;
import dev.memoized.Outcome;
import dev.memoized.RefreshEnded;
import dev.memoized.RefreshEvent;
import dev.memoized.tck.Body;
import dev.memoized.tck.Deployed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What happens is told to CDI observers. */
@Timeout(60)
class EventsTest {
    @RegisterExtension
    static final Deployed app = Deployed.with(Shelf.class, Ears.class);

    private final Shelf shelf = app.get(Shelf.class);
    private final Ears ears = app.get(Ears.class);
    private final String key = app.key();

    /** A bean. */
    @ApplicationScoped
    public static class Shelf {
        private final Body body = new Body();

        @Memoized(name = "events-title", refreshAfter = "1m", expireAfter = "1h")
        public String title(String key) {
            return body.compute(key);
        }

        @Memoized(name = "events-failing")
        public String failing(String key) {
            throw new IllegalStateException(body.compute(key));
        }

        @Memoized(name = Ears.CHECKED)
        public String checked(String key) {
            return body.compute(key);
        }

        @Memoized(name = Ears.ERROR)
        public String error(String key) {
            return body.compute(key);
        }
    }

    /** Hears them, and fails for two names. */
    @ApplicationScoped
    public static class Ears {
        static final String CHECKED = "events-checked";
        static final String ERROR = "events-error";

        private final Queue<Object> heard = new ConcurrentLinkedQueue<>();
        private final Queue<Thread> threads = new ConcurrentLinkedQueue<>();

        void hear(@Observes CallEnded ended) throws Exception {
            heard.add(ended);
            threads.add(Thread.currentThread());
            switch (ended.name()) {
                case CHECKED -> throw new Exception("deaf");
                case ERROR -> throw new AssertionError("deaf");
                default -> {}
            }
        }

        void hear(@Observes RefreshEnded ended) {
            heard.add(ended);
            throw new IllegalStateException("deaf");
        }

        /** What was heard since the last time, in order. */
        public List<Object> take() {
            List<Object> taken = new ArrayList<>(heard);
            heard.clear();
            return taken;
        }

        public List<Thread> threads() {
            return new ArrayList<>(threads);
        }
    }

    @BeforeEach
    void forget() {
        ears.take();
    }

    private static CallEnded title(Outcome outcome, Duration age) {
        return new CallEnded("events-title", outcome, age);
    }

    @Test
    void call_is_told_with_name_outcome_and_age() {
        shelf.title(key);
        app.advance(Duration.ofSeconds(7));
        shelf.title(key);
        assertThat(ears.take()).containsExactly(title(COMPUTED, Duration.ZERO), title(FRESH, Duration.ofSeconds(7)));
        assertThat(ears.threads()).contains(Thread.currentThread());
    }

    @Test
    void call_that_was_served_nothing_is_told_without_age() {
        assertThatThrownBy(() -> shelf.failing(key)).hasMessage(key + "#1");
        assertThat(ears.take()).containsExactly(new CallEnded("events-failing", FAILED, Duration.ZERO));
    }

    @Test
    void renewal_is_told_and_what_its_observer_throws_concerns_nobody() {
        shelf.title(key);
        app.advance(Duration.ofMinutes(2));
        shelf.title(key);
        app.refresh();
        assertThat(shelf.title(key)).isEqualTo(key + "#2");
        assertThat(ears.take())
                .containsExactly(
                        title(COMPUTED, Duration.ZERO),
                        title(STALE, Duration.ofMinutes(2)),
                        new RefreshEnded("events-title", RefreshEvent.STARTED),
                        new RefreshEnded("events-title", RefreshEvent.SUCCEEDED),
                        title(FRESH, Duration.ZERO));
    }

    @Test
    void observer_that_throws_a_checked_exception_concerns_no_caller() {
        assertThat(shelf.checked(key)).isEqualTo(key + "#1");
        assertThat(shelf.checked(key)).isEqualTo(key + "#1");
        assertThat(ears.take()).hasSize(2);
    }

    @Test
    void observer_that_throws_an_error_concerns_no_caller() {
        assertThat(shelf.error(key)).isEqualTo(key + "#1");
        assertThat(shelf.error(key)).isEqualTo(key + "#1");
        assertThat(ears.take()).hasSize(2);
        assertThat(app.outcomes()).containsExactly(COMPUTED, FRESH);
    }
}
