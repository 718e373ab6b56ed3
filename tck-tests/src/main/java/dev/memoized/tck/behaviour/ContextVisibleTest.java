package dev.memoized.tck.behaviour;

import static dev.memoized.Outcome.BYPASSED;
import static dev.memoized.Outcome.COMPUTED;
import static dev.memoized.Outcome.FRESH;
import static dev.memoized.Outcome.JOINED;
import static dev.memoized.tck.behaviour.StageViews.isDone;
import static dev.memoized.tck.behaviour.StageViews.resultOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.memoized.CacheIf;
import dev.memoized.KeyGenerator;
import dev.memoized.Memoized;
import dev.memoized.MemoizedCall;
import dev.memoized.RequestSnapshot;
import dev.memoized.tck.Body;
import dev.memoized.tck.Deployed;
import dev.memoized.tck.Journal;
import dev.memoized.tck.behaviour.Market.Currency;
import dev.memoized.tck.behaviour.Market.Tenant;
import dev.memoized.tck.behaviour.Market.Visitor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Key generators, conditions and stages know the context values of their calls. */
@Timeout(60)
class ContextVisibleTest {
    private static final Duration STALE_AGE = Duration.ofMinutes(2);

    @RegisterExtension
    static final Deployed app = Deployed.with(
            Journal.class,
            Visitor.class,
            Tenant.class,
            Currency.class,
            Telling.class,
            Remembering.class,
            Shelf.class,
            Later.class);

    private final Journal journal = app.get(Journal.class);
    private final Shelf shelf = app.get(Shelf.class);
    private final Later later = app.get(Later.class);
    private final String key = app.key();

    /** Writes the tenant down, and makes one key of all arguments. */
    @ApplicationScoped
    public static class Telling implements KeyGenerator {
        @Inject
        Journal journal;

        @Override
        public Object key(MemoizedCall call) {
            journal.add("key of " + call.context(Tenant.class));
            return "all";
        }
    }

    /** Asks for what the method does not declare. */
    public static class Nosy implements KeyGenerator {
        @Override
        public Object key(MemoizedCall call) {
            return call.context(Currency.class);
        }
    }

    /** Writes the tenant down, and remembers what is not for green. */
    @ApplicationScoped
    public static class Remembering implements CacheIf {
        @Inject
        Journal journal;

        @Override
        public boolean test(MemoizedCall call, @Nullable Object result) {
            String tenant = call.context(Tenant.class);
            journal.add("condition of " + tenant);
            return !tenant.equals("green");
        }
    }

    /** A bean. */
    @ApplicationScoped
    public static class Shelf {
        private final Body body = new Body();

        @Memoized(
                refreshAfter = "1m",
                expireAfter = "1h",
                varyBy = Tenant.class,
                keyGenerator = Telling.class,
                cacheIf = Remembering.class)
        public String title(String key) {
            return body.compute(key);
        }

        @Memoized(varyBy = Tenant.class, keyGenerator = Nosy.class)
        public String nosy(String key) {
            return body.compute(key);
        }
    }

    /** A bean whose stages are completed by the test. */
    @ApplicationScoped
    public static class Later {
        private final Body body = new Body();
        private final ConcurrentMap<String, CompletableFuture<String>> running = new ConcurrentHashMap<>();

        @Inject
        RequestSnapshot snapshot;

        @Inject
        Visitor visitor;

        @Memoized(refreshAfter = "1m", expireAfter = "1h", varyBy = Tenant.class)
        public CompletionStage<String> load(String key) {
            CompletableFuture<String> end = new CompletableFuture<>();
            running.put(body.compute(key), end);
            String seen = snapshot.get(Tenant.class) + "=" + visitor.tenant() + " in " + visitor.currency();
            return end.thenApply(value -> value + " for " + seen);
        }

        public void complete(String value) {
            Objects.requireNonNull(running.get(value), value).complete(value);
        }
    }

    @BeforeEach
    void forget() {
        journal.take();
    }

    @Test
    void generator_and_condition_see_the_context_of_the_call() {
        assertThat(as("red", () -> shelf.title(key))).isEqualTo(key + "#1");
        assertThat(as("blue", () -> shelf.title(key))).isEqualTo(key + "#2");
        assertThat(journal.take())
                .containsExactly("key of red", "condition of red", "key of blue", "condition of blue");
    }

    @Test
    void generated_key_varies_by_the_context_too() {
        String first = as("amber", () -> shelf.title(key));
        assertThat(as("amber", () -> shelf.title("other"))).isEqualTo(first);
        assertThat(as("ochre", () -> shelf.title(key))).isNotEqualTo(first);
        assertThat(app.outcomes()).containsExactly(COMPUTED, FRESH, COMPUTED);
    }

    @Test
    void generator_and_condition_see_the_context_of_the_call_in_a_renewal() {
        as("violet", () -> shelf.title(key));
        app.advance(STALE_AGE);
        as("violet", () -> shelf.title(key));
        journal.take();
        app.refresh();
        assertThat(journal.take()).isNotEmpty().containsOnly("key of violet", "condition of violet");
        assertThat(as("violet", () -> shelf.title(key))).isEqualTo(key + "#2");
    }

    @Test
    void condition_decides_by_the_context() {
        as("green", () -> shelf.title(key));
        as("green", () -> shelf.title(key));
        assertThat(app.outcomes()).containsExactly(COMPUTED, COMPUTED);
    }

    @Test
    void generator_that_asks_for_what_is_not_declared_bypasses_the_cache() {
        as("red", () -> shelf.nosy(key));
        as("red", () -> shelf.nosy(key));
        assertThat(app.outcomes()).containsExactly(BYPASSED, BYPASSED);
    }

    @Test
    void stages_of_two_tenants_are_kept_apart() {
        CompletionStage<String> red = as("red", () -> later.load(key));
        CompletionStage<String> blue = as("blue", () -> later.load(key));
        CompletionStage<String> alsoRed = as("red", () -> later.load(key));
        later.complete(key + "#2");
        assertThat(resultOf(blue)).isEqualTo(key + "#2 for blue=blue in EUR");
        assertThat(isDone(red) || isDone(alsoRed)).isFalse();
        later.complete(key + "#1");
        assertThat(resultOf(red)).isEqualTo(key + "#1 for red=red in EUR").isEqualTo(resultOf(alsoRed));
        assertThat(app.outcomes()).containsExactlyInAnyOrder(COMPUTED, COMPUTED, JOINED);
    }

    @Test
    void stage_is_renewed_with_the_restored_value_only() {
        as("red", () -> later.load(key));
        later.complete(key + "#1");
        app.advance(STALE_AGE);
        assertThat(resultOf(as("red", () -> later.load(key)))).startsWith(key + "#1");
        app.refresh();
        later.complete(key + "#2");
        assertThat(resultOf(as("red", () -> later.load(key)))).isEqualTo(key + "#2 for red=red in null");
    }

    @Test
    void stage_without_its_value_bypasses() {
        CompletionStage<String> first = as(null, () -> later.load(key));
        later.complete(key + "#1");
        assertThat(resultOf(first)).isEqualTo(key + "#1 for null=null in EUR");
        as(null, () -> later.load(key));
        later.complete(key + "#2");
        assertThat(app.outcomes()).containsExactly(BYPASSED, BYPASSED);
    }

    private static <T> T as(@Nullable String tenant, Callable<T> work) {
        return Market.visit(app, tenant, "EUR", work);
    }
}
