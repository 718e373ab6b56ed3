package dev.memoized.tck.behaviour;

import static dev.memoized.Outcome.COMPUTED;
import static dev.memoized.Outcome.FRESH;
import static org.assertj.core.api.Assertions.assertThat;

import dev.memoized.Memoized;
import dev.memoized.tck.Body;
import dev.memoized.tck.Deployed;
import dev.memoized.testing.Callers;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A memoized method may call itself and others, in circles too, and no time-out is needed to get out. */
@Timeout(60)
class RecursionTest {
    @RegisterExtension
    static final Deployed app = Deployed.with(Fibonacci.class, Loop.class, Ring.class, Desk.class, Shelf.class);

    private final String key = app.key();
    private Duration before = Duration.ZERO;

    /** A bean that calls its own proxy. */
    @ApplicationScoped
    public static class Fibonacci {
        private final Body body = new Body();

        @Inject
        Instance<Fibonacci> self;

        @Memoized(expireAfter = "forever")
        public long number(int index) {
            body.compute(index);
            return index < 2 ? index : self.get().number(index - 1) + self.get().number(index - 2);
        }

        @Memoized(refreshAfter = "1m", expireAfter = "1h")
        public long renewed(int index) {
            body.compute("renewed " + index);
            return index < 2
                    ? index
                    : self.get().renewed(index - 1) + self.get().renewed(index - 2);
        }

        @Memoized
        public long crowded(int index) {
            return index < 2
                    ? index
                    : self.get().crowded(index - 1) + self.get().crowded(index - 2);
        }

        public Body body() {
            return body;
        }
    }

    /** A bean that asks itself the same question. */
    @ApplicationScoped
    public static class Loop {
        private final Body body = new Body();

        @Inject
        Instance<Loop> self;

        @Memoized
        public String ask(String key) {
            body.compute(key);
            int depth = body.count(key);
            return depth == 4 ? "end" : depth + " " + self.get().ask(key);
        }

        public int computations(String key) {
            return body.count(key);
        }
    }

    /** A bean whose keys ask each other in a circle; each key's first computation waits for those of the others. */
    @ApplicationScoped
    public static class Ring {
        private final ConcurrentHashMap<String, CyclicBarrier> barriers = new ConcurrentHashMap<>();
        private final Body body = new Body();

        @Inject
        Instance<Ring> self;

        @Memoized
        public String ask(String circle, int place, int size)
                throws BrokenBarrierException, InterruptedException, TimeoutException {
            if (!body.compute(circle + place).endsWith("#1")) {
                return "" + place;
            }
            barriers.computeIfAbsent(circle, name -> new CyclicBarrier(size)).await(30, TimeUnit.SECONDS);
            return place + self.get().ask(circle, (place + 1) % size, size);
        }
    }

    /** A bean below. */
    @ApplicationScoped
    public static class Shelf {
        private final Body body = new Body();

        @Memoized
        public String title(String key) {
            return body.compute(key);
        }
    }

    /** A bean above. */
    @ApplicationScoped
    public static class Desk {
        @Inject
        Shelf shelf;

        @Memoized
        public String label(String key) {
            return "label of " + shelf.title(key);
        }
    }

    @BeforeEach
    void look() {
        before = app.clock().moved();
    }

    @AfterEach
    void nothing_had_to_run_out_of_time() {
        assertThat(app.clock().waiters()).isZero();
    }

    @Test
    void fibonacci_computes_every_number_once() {
        Fibonacci fibonacci = app.get(Fibonacci.class);
        assertThat(fibonacci.number(90)).isEqualTo(2_880_067_194_370_816_120L);
        assertThat(app.listener().count(COMPUTED)).isEqualTo(91);
        assertThat(fibonacci.body().count(45)).isOne();
        assertClockHasNotMoved();
    }

    @Test
    void fibonacci_is_right_for_many_callers_at_once() {
        try (Callers<Long> callers =
                Callers.start(8, number -> app.get(Fibonacci.class).crowded(80 - number))) {
            assertThat(callers.values()).startsWith(23_416_728_348_467_685L, 14_472_334_024_676_221L);
        }
        assertClockHasNotMoved();
    }

    @Test
    void recursive_method_is_renewed() {
        Fibonacci fibonacci = app.get(Fibonacci.class);
        fibonacci.renewed(10);
        app.advance(Duration.ofMinutes(2));
        assertThat(fibonacci.renewed(10)).isEqualTo(55);
        app.refresh();
        assertThat(fibonacci.renewed(10)).isEqualTo(55);
        assertThat(fibonacci.body().count("renewed 10")).isEqualTo(2);
    }

    @Test
    void recursion_on_the_same_key_is_computed_through() {
        Loop loop = app.get(Loop.class);
        assertThat(loop.ask(key)).isEqualTo("1 2 3 end");
        assertThat(loop.computations(key)).isEqualTo(4);
        assertClockHasNotMoved();
    }

    @Test
    void value_of_a_recursion_on_the_same_key_is_remembered() {
        Loop loop = app.get(Loop.class);
        loop.ask(key);
        app.listener().clear();
        loop.ask(key);
        assertThat(app.outcomes()).containsExactly(FRESH);
        assertThat(loop.computations(key)).isEqualTo(4);
    }

    @Test
    void circle_of_two_threads_is_computed_through() {
        List<String> values = askAll(2);
        assertThat(values).allMatch(value -> value.length() >= 2);
        assertClockHasNotMoved();
    }

    @Test
    void circle_of_three_threads_is_computed_through() {
        List<String> values = askAll(3);
        assertThat(values).allMatch(value -> value.length() >= 2);
        assertClockHasNotMoved();
    }

    private List<String> askAll(int size) {
        try (Callers<String> callers =
                Callers.start(size, place -> app.get(Ring.class).ask(key, place, size))) {
            return callers.values();
        }
    }

    @Test
    void memoized_method_may_call_another_one() {
        assertThat(app.get(Desk.class).label(key)).isEqualTo("label of " + key + "#1");
        assertThat(app.get(Shelf.class).title(key)).isEqualTo(key + "#1");
        assertThat(app.outcomes()).containsExactly(COMPUTED, COMPUTED, FRESH);
    }

    private void assertClockHasNotMoved() {
        assertThat(app.clock().moved()).isEqualTo(before);
    }
}
