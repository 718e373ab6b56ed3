package dev.memoized.tck.behaviour;

import static dev.memoized.Outcome.BYPASSED;
import static dev.memoized.Outcome.COMPUTED;
import static dev.memoized.Outcome.FAILED;
import static dev.memoized.Outcome.FRESH;
import static dev.memoized.Outcome.STALE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.memoized.ContextValue;
import dev.memoized.Memoized;
import dev.memoized.tck.Body;
import dev.memoized.tck.Deployed;
import dev.memoized.testing.Callers;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.ContextNotActiveException;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Calls from the thread of a batch or of a message, which is in no request. */
@Timeout(60)
class WithoutRequestTest {
    @RegisterExtension
    static final Deployed app = Deployed.with(Basket.class, BasketName.class, Shelf.class, Consumer.class);

    private final Shelf shelf = app.get(Shelf.class);
    private final Consumer consumer = app.get(Consumer.class);
    private final String key = app.key();

    /** A bean of one request. */
    @RequestScoped
    public static class Basket {
        private String name = "empty";

        public String name() {
            return name;
        }

        public void name(String newName) {
            name = newName;
        }
    }

    /** What the request has in it. */
    @ApplicationScoped
    public static class BasketName implements ContextValue<String> {
        @Inject
        Basket basket;

        @Override
        public String name() {
            return "basket";
        }

        @Override
        public String capture() {
            return basket.name();
        }

        @Override
        public void restore(String name) {
            basket.name(name);
        }
    }

    /** A bean that is called from everywhere. */
    @ApplicationScoped
    public static class Shelf {
        private final Body body = new Body();

        @Inject
        Basket basket;

        @Memoized(refreshAfter = "1m", expireAfter = "1h")
        public String alone(String key) {
            return body.compute(key);
        }

        @Memoized(refreshAfter = "1m", expireAfter = "1h")
        public String inRequest(String key) {
            return basket.name() + " " + body.compute(key);
        }

        @Memoized(isolated = true)
        public String isolated(String key) {
            return basket.name() + " " + body.compute(key);
        }

        @Memoized(varyBy = BasketName.class)
        public String varied(String key) {
            return body.compute(key);
        }
    }

    /** What a message or a step of a batch calls: each in a request of its own. */
    @ApplicationScoped
    public static class Consumer {
        @Inject
        Shelf shelf;

        @Inject
        Basket basket;

        @ActivateRequestContext
        public String receive(String message) {
            return shelf.inRequest(message);
        }

        @ActivateRequestContext
        public List<String> fill(String message) {
            String before = shelf.varied(message);
            basket.name("full");
            return List.of(before, shelf.varied(message));
        }
    }

    /** On a thread that is in no request. */
    private static Callers.Result<String> inBatch(Callable<String> work) {
        try (Callers<String> batch = Callers.start("batch", 1, number -> work.call())) {
            return batch.results().get(0);
        }
    }

    private static String valueOf(Callable<String> work) {
        Callers.Result<String> result = inBatch(work);
        assertThat(result.failure()).isNull();
        return String.valueOf(result.value());
    }

    @Test
    void method_that_needs_no_request_is_computed_served_and_renewed() {
        assertThat(valueOf(() -> shelf.alone(key))).isEqualTo(key + "#1");
        assertThat(valueOf(() -> shelf.alone(key))).isEqualTo(key + "#1");
        app.advance(Duration.ofMinutes(2));
        assertThat(valueOf(() -> shelf.alone(key))).isEqualTo(key + "#1");
        assertThat(app.refresh()).isEqualTo(1);
        assertThat(valueOf(() -> shelf.alone(key))).isEqualTo(key + "#2");
        assertThat(app.outcomes()).containsExactly(COMPUTED, FRESH, STALE, FRESH);
    }

    @Test
    void computation_that_needs_a_request_fails_there_and_nothing_is_remembered() {
        assertThat(inBatch(() -> shelf.inRequest(key)).failure()).isInstanceOf(ContextNotActiveException.class);
        assertThat(app.inRequest(() -> shelf.inRequest(key))).isEqualTo("empty " + key + "#1");
        assertThat(app.outcomes()).containsExactly(FAILED, COMPUTED);
    }

    @Test
    void hit_and_renewal_need_none() {
        app.inRequest(() -> shelf.inRequest(key));
        app.advance(Duration.ofMinutes(2));
        assertThat(valueOf(() -> shelf.inRequest(key))).isEqualTo("empty " + key + "#1");
        assertThat(app.refresh()).isEqualTo(1);
        assertThat(valueOf(() -> shelf.inRequest(key))).isEqualTo("empty " + key + "#2");
        assertThat(app.outcomes()).containsExactly(COMPUTED, STALE, FRESH);
    }

    @Test
    void method_with_ActivateRequestContext_gives_it_one() {
        assertThat(valueOf(() -> consumer.receive(key))).isEqualTo("empty " + key + "#1");
        assertThat(valueOf(() -> consumer.receive(key))).isEqualTo("empty " + key + "#1");
        assertThat(app.outcomes()).containsExactly(COMPUTED, FRESH);
    }

    @Test
    void isolated_computation_has_one_of_its_own() {
        assertThat(valueOf(() -> shelf.isolated(key))).isEqualTo("empty " + key + "#1");
        assertThat(app.outcomes()).containsExactly(COMPUTED);
    }

    @Test
    void context_value_of_a_request_is_not_there_and_the_cache_is_bypassed() {
        assertThat(valueOf(() -> shelf.varied(key))).isEqualTo(key + "#1");
        assertThat(valueOf(() -> shelf.varied(key))).isEqualTo(key + "#2");
        assertThat(app.outcomes()).containsExactly(BYPASSED, BYPASSED);
    }

    @Test
    void context_value_of_each_message_is_its_own() throws Exception {
        try (Callers<List<String>> messages = Callers.start("message", 1, number -> consumer.fill(key))) {
            assertThat(messages.values()).containsExactly(List.of(key + "#1", key + "#2"));
        }
        try (Callers<List<String>> messages = Callers.start("message", 1, number -> consumer.fill(key))) {
            assertThat(messages.values()).containsExactly(List.of(key + "#1", key + "#2"));
        }
        assertThat(app.outcomes()).containsExactly(COMPUTED, COMPUTED, FRESH, FRESH);
    }
}
