package dev.memoized.tck.behaviour;

import static dev.memoized.Outcome.COMPUTED;
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
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Isolated methods may call themselves and others, in circles too: no thread and no time-out is needed to get out. */
@Timeout(60)
class IsolationRecursionTest {
    @RegisterExtension
    static final Deployed app = Deployed.with(Nest.class);

    private final Nest nest = app.get(Nest.class);
    private final String key = app.key();
    private Duration before = Duration.ZERO;

    /** A bean that calls its own proxy; all on threads of their own. */
    @ApplicationScoped
    public static class Nest {
        private final ConcurrentHashMap<String, CyclicBarrier> barriers = new ConcurrentHashMap<>();
        private final Body body = new Body();

        @Inject
        Instance<Nest> self;

        @Memoized(isolated = true)
        public int depth(String key, int rest) {
            body.compute(key);
            return rest == 0 ? 0 : 1 + self.get().depth(key, rest - 1);
        }

        @Memoized(isolated = true)
        public CompletionStage<Integer> depthLater(String key, int rest) {
            body.compute(key);
            return rest == 0
                    ? CompletableFuture.completedFuture(0)
                    : self.get().depthLater(key, rest - 1).thenApply(depth -> depth + 1);
        }

        @Memoized(isolated = true)
        public long fibonacci(int index) {
            return index < 2
                    ? index
                    : self.get().fibonacci(index - 1) + self.get().fibonacci(index - 2);
        }

        @Memoized(isolated = true)
        public String itself(String key) {
            body.compute(key);
            int depth = body.count(key);
            return depth == 4 ? "end" : depth + " " + self.get().itself(key);
        }

        @Memoized(isolated = true)
        public String there(String key) {
            return body.compute(key).endsWith("#3")
                    ? "end"
                    : "there " + self.get().back(key);
        }

        @Memoized(isolated = true)
        public String back(String key) {
            return "back " + self.get().there(key);
        }

        /** Each place's first computation waits for those of the others, and then asks the next place. */
        @Memoized(isolated = true)
        public String ring(String circle, int place, int size) throws Exception {
            if (!body.compute(circle + place).endsWith("#1")) {
                return "" + place;
            }
            barriers.computeIfAbsent(circle, name -> new CyclicBarrier(size)).await(30, TimeUnit.SECONDS);
            return place + self.get().ring(circle, (place + 1) % size, size);
        }

        public int computations(String key) {
            return body.count(key);
        }
    }

    @BeforeEach
    void look() {
        before = app.clock().moved();
    }

    @AfterEach
    void nothing_had_to_run_out_of_time() {
        assertThat(app.clock().waiters()).isZero();
        assertThat(app.clock().moved()).isEqualTo(before);
    }

    @Test
    void nested_computations_need_nothing_of_the_executor_of_renewals() {
        int refused = app.executor().refused();
        app.executor().refuse(true);
        assertThat(nest.depth(key, 50)).isEqualTo(50);
        assertThat(nest.computations(key)).isEqualTo(51);
        assertThat(app.listener().count(COMPUTED)).isEqualTo(51);
        assertThat(app.executor().refused()).isEqualTo(refused);
    }

    @Test
    void nested_stages_need_nothing_of_the_executor_of_renewals() throws Exception {
        int refused = app.executor().refused();
        app.executor().refuse(true);
        assertThat(nest.depthLater(key, 50).toCompletableFuture().get(30, TimeUnit.SECONDS))
                .isEqualTo(50);
        assertThat(nest.computations(key)).isEqualTo(51);
        assertThat(app.executor().refused()).isEqualTo(refused);
    }

    @Test
    void nested_computations_of_many_callers_do_not_starve() {
        app.executor().refuse(true);
        try (Callers<Integer> callers = Callers.start(10, number -> nest.depth(key + number, 50))) {
            assertThat(callers.values()).hasSize(10).containsOnly(50);
        }
    }

    @Test
    void fibonacci_computes_every_number_once() {
        assertThat(nest.fibonacci(90)).isEqualTo(2_880_067_194_370_816_120L);
        assertThat(app.listener().count(COMPUTED)).isEqualTo(91);
    }

    @Test
    void recursion_on_the_same_key_is_computed_through() {
        assertThat(nest.itself(key)).isEqualTo("1 2 3 end");
        assertThat(nest.computations(key)).isEqualTo(4);
        assertThat(nest.itself(key)).isEqualTo("1 2 3 end");
        assertThat(nest.computations(key)).isEqualTo(4);
    }

    @Test
    void there_and_back_is_computed_through() {
        assertThat(nest.there(key)).isEqualTo("there back there back end");
        assertThat(nest.computations(key)).isEqualTo(3);
    }

    @Test
    void circle_of_two_threads_is_computed_through() {
        assertRingEnds(2);
    }

    @Test
    void circle_of_three_threads_is_computed_through() {
        assertRingEnds(3);
    }

    private void assertRingEnds(int size) {
        try (Callers<String> callers = Callers.start(size, place -> nest.ring(key, place, size))) {
            List<String> values = callers.values();
            assertThat(values).allMatch(value -> value.length() >= 2);
        }
    }
}
