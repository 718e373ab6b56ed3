package dev.memoized.tck.behaviour;

import static dev.memoized.Outcome.BYPASSED;
import static dev.memoized.Outcome.COMPUTED;
import static dev.memoized.Outcome.FRESH;
import static dev.memoized.Outcome.JOINED;
import static dev.memoized.Outcome.STALE;
import static dev.memoized.spi.FaultPoints.Place.FOLLOWING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.memoized.KeyGenerator;
import dev.memoized.Memoized;
import dev.memoized.MemoizedCall;
import dev.memoized.MemoizedException;
import dev.memoized.MemoizedMethods;
import dev.memoized.Observed;
import dev.memoized.tck.Body;
import dev.memoized.tck.Deployed;
import dev.memoized.testing.Callers;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A call tells its caller how it ended. */
@Timeout(60)
class ObserveTest {
    @RegisterExtension
    static final Deployed app = Deployed.with(Shelf.class, Outer.class, StagesLoader.class);

    private final Shelf shelf = app.get(Shelf.class);
    private final StagesLoader loader = app.get(StagesLoader.class);
    private final MemoizedMethods memoized = app.get(MemoizedMethods.class);
    private final String key = app.key();
    private final String first = key + "#1";

    /** A bean. */
    @ApplicationScoped
    public static class Shelf {
        private final Body body = new Body();

        @Memoized(refreshAfter = "1m", expireAfter = "1h")
        public String title(String key) {
            return body.compute(key);
        }

        @Memoized(keyGenerator = NoKeys.class)
        public String keyless(String key) {
            return body.compute(key);
        }

        @Memoized
        public String failing(String key) {
            throw new IllegalStateException(body.compute(key));
        }

        public Body body() {
            return body;
        }
    }

    /** Calls the other. */
    @ApplicationScoped
    public static class Outer {
        @Inject
        Shelf shelf;

        @Memoized
        public String shout(String key) {
            return shelf.title(key) + "!";
        }
    }

    /** Makes none. */
    public static class NoKeys implements KeyGenerator {
        @Override
        public Object key(MemoizedCall call) {
            throw new IllegalStateException("no idea");
        }
    }

    private Observed<String> observeTitle() throws Exception {
        return memoized.observe(() -> shelf.title(key));
    }

    @Test
    void caller_is_told_value_outcome_and_age() throws Exception {
        assertThat(observeTitle()).isEqualTo(new Observed<>(first, COMPUTED, Duration.ZERO));
        app.advance(Duration.ofSeconds(7));
        assertThat(observeTitle()).isEqualTo(new Observed<>(first, FRESH, Duration.ofSeconds(7)));
        app.advance(Duration.ofMinutes(1));
        assertThat(observeTitle()).isEqualTo(new Observed<>(first, STALE, Duration.ofSeconds(67)));
    }

    @Test
    void follower_is_told_that_it_joined() {
        shelf.body().hold(first);
        try (Callers<Observed<String>> leader = Callers.start(1, number -> observeTitle())) {
            shelf.body().awaitBegun(first);
            try (Callers<Observed<String>> follower = Callers.start(1, number -> observeTitle())) {
                app.gate().awaitReached(FOLLOWING, 1);
                shelf.body().open(first);
                assertThat(follower.values()).extracting(Observed::outcome).containsExactly(JOINED);
            }
            assertThat(leader.values()).extracting(Observed::outcome).containsExactly(COMPUTED);
        }
    }

    @Test
    void call_without_a_key_is_told_as_bypassed() throws Exception {
        assertThat(memoized.observe(() -> shelf.keyless(key)))
                .isEqualTo(new Observed<>(first, BYPASSED, Duration.ZERO));
    }

    @Test
    void of_nested_calls_the_outer_one_is_told() throws Exception {
        shelf.title(key);
        Outer outer = app.get(Outer.class);
        assertThat(memoized.observe(() -> outer.shout(key)).outcome()).isEqualTo(COMPUTED);
        assertThat(app.outcomes()).containsExactly(COMPUTED, FRESH, COMPUTED);
    }

    @Test
    void observer_inside_an_observer_is_told_as_well() throws Exception {
        Observed<Observed<String>> both = memoized.observe(this::observeTitle);
        assertThat(both.outcome()).isEqualTo(COMPUTED);
        assertThat(both.value()).isEqualTo(new Observed<>(first, COMPUTED, Duration.ZERO));
    }

    @Test
    void exception_of_the_method_is_thrown_and_nothing_is_left_behind() {
        assertThatThrownBy(() -> memoized.observe(() -> shelf.failing(key)))
                .isExactlyInstanceOf(IllegalStateException.class)
                .hasMessage(first);
        assertThatThrownBy(() -> memoized.observe(() -> key)).isInstanceOf(MemoizedException.class);
    }

    @Test
    void call_of_no_memoized_method_is_refused() {
        assertThatThrownBy(() -> memoized.observe(() -> key))
                .isInstanceOf(MemoizedException.class)
                .hasMessageStartingWith("MEMO0323");
    }

    @Test
    void stage_that_has_not_completed_is_refused() {
        assertThatThrownBy(() -> memoized.observe(() -> loader.load(key)))
                .isInstanceOf(MemoizedException.class)
                .hasMessageStartingWith("MEMO0323");
        loader.complete(first);
    }

    @Test
    void stage_that_completes_later_on_another_thread_is_told_then() throws Exception {
        CompletableFuture<Observed<String>> observer =
                memoized.observeAsync(() -> loader.load(key)).toCompletableFuture();
        assertThat(observer).isNotDone();
        app.advance(Duration.ofSeconds(3));
        try (Callers<String> other = Callers.start(1, number -> {
            loader.complete(first);
            return first;
        })) {
            other.values();
        }
        assertThat(observer).isCompletedWithValue(new Observed<>(first, COMPUTED, Duration.ofSeconds(3)));
        assertThat(memoized.observeAsync(() -> loader.load(key)).toCompletableFuture())
                .isCompletedWithValue(new Observed<>(first, FRESH, Duration.ofSeconds(3)));
    }

    @Test
    void stage_that_fails_fails_its_observer_alike() throws Exception {
        IllegalStateException failure = new IllegalStateException("down");
        CompletableFuture<Observed<String>> observer =
                memoized.observeAsync(() -> loader.load(key)).toCompletableFuture();
        loader.fail(first, failure);
        assertThatThrownBy(observer::join).cause().isSameAs(failure);
    }
}
