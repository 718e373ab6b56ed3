package dev.memoized.tck.behaviour;

import static dev.memoized.Outcome.COMPUTED;
import static dev.memoized.Outcome.FAILED;
import static dev.memoized.Outcome.FRESH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.memoized.Memoized;
import dev.memoized.tck.Body;
import dev.memoized.tck.Deployed;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a method may return or throw. */
@Timeout(60)
class ResultsTest {
    @RegisterExtension
    static final Deployed app = Deployed.with(Shelf.class);

    private final Shelf shelf = app.get(Shelf.class);
    private final String key = app.key();

    /** A bean. */
    @ApplicationScoped
    public static class Shelf {
        private final Body body = new Body();
        private volatile @Nullable Throwable failure;

        @Memoized
        public @Nullable String nothing(String key) {
            body.compute(key);
            return null;
        }

        @Memoized
        public int number(String key) {
            body.compute(key);
            return body.count(key);
        }

        @Memoized
        public boolean flag(String key) {
            body.compute(key);
            return true;
        }

        @Memoized
        public double[] numbers(String key) {
            return new double[body.compute(key).length()];
        }

        @Memoized
        public Map<String, List<String>> nested(String key) {
            return Map.of(key, List.of(body.compute(key)));
        }

        @Memoized
        public Optional<String> maybe(String key) {
            return Optional.of(body.compute(key));
        }

        @Memoized
        public Optional<String> never(String key) {
            body.compute(key);
            return Optional.empty();
        }

        @Memoized
        public <T> List<T> generic(T key) {
            body.compute(key);
            return List.of(key);
        }

        @Memoized
        public String failing(String key) throws Exception {
            body.compute(key);
            if (failure instanceof Exception exception) {
                throw exception;
            }
            if (failure instanceof Error error) {
                throw error;
            }
            return "well";
        }

        public void failWith(@Nullable Throwable throwable) {
            failure = throwable;
        }

        public int computations(String key) {
            return body.count(key);
        }
    }

    @Test
    void null_is_a_value() {
        assertThat(shelf.nothing(key)).isNull();
        assertThat(shelf.nothing(key)).isNull();
        assertComputedOnce();
    }

    @Test
    void primitive_results_are_remembered() {
        assertThat(shelf.number(key)).isOne();
        assertThat(shelf.number(key)).isOne();
        assertComputedOnce();
    }

    @Test
    void boolean_results_are_remembered() {
        assertThat(shelf.flag(key)).isTrue();
        assertThat(shelf.flag(key)).isTrue();
        assertComputedOnce();
    }

    @Test
    void array_results_are_remembered() {
        assertThat(shelf.numbers(key)).isSameAs(shelf.numbers(key));
        assertComputedOnce();
    }

    @Test
    void callers_share_one_object() {
        assertThat(shelf.nested(key)).isSameAs(shelf.nested(key));
        assertComputedOnce();
    }

    @Test
    void optional_results_are_remembered() {
        assertThat(shelf.maybe(key)).contains(key + "#1");
        assertThat(shelf.maybe(key)).contains(key + "#1");
        assertComputedOnce();
    }

    @Test
    void empty_optional_is_a_value() {
        assertThat(shelf.never(key)).isEmpty();
        assertThat(shelf.never(key)).isEmpty();
        assertComputedOnce();
    }

    @Test
    void results_of_generic_methods_are_remembered() {
        assertThat(shelf.generic(key)).containsExactly(key);
        assertThat(shelf.generic(key)).containsExactly(key);
        assertComputedOnce();
    }

    private void assertComputedOnce() {
        assertThat(app.outcomes()).containsExactly(COMPUTED, FRESH);
        assertThat(shelf.computations(key)).isOne();
    }

    @Test
    void checked_exception_is_passed_on_and_not_remembered() {
        assertPassedOn(new IOException("checked"));
    }

    @Test
    void runtime_exception_is_passed_on_and_not_remembered() {
        assertPassedOn(new IllegalStateException("runtime"));
    }

    @Test
    void error_is_passed_on_and_not_remembered() {
        assertPassedOn(new StackOverflowError("error"));
    }

    private void assertPassedOn(Throwable failure) {
        shelf.failWith(failure);
        assertThat(catchThrowable(() -> shelf.failing(key))).isSameAs(failure);
        assertThat(catchThrowable(() -> shelf.failing(key))).isSameAs(failure);
        assertThat(app.outcomes()).containsExactly(FAILED, FAILED);
        assertThat(shelf.computations(key)).isEqualTo(2);
    }

    @Test
    void value_after_a_failure_is_remembered() throws Exception {
        shelf.failWith(new IllegalStateException("first"));
        assertThat(catchThrowable(() -> shelf.failing(key))).isNotNull();
        shelf.failWith(null);
        assertThat(shelf.failing(key)).isEqualTo("well");
        assertThat(shelf.failing(key)).isEqualTo("well");
        assertThat(app.outcomes()).containsExactly(FAILED, COMPUTED, FRESH);
    }
}
