package dev.memoized.tck.behaviour;

import static dev.memoized.Outcome.BYPASSED;
import static dev.memoized.Outcome.COMPUTED;
import static dev.memoized.Outcome.FRESH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.memoized.KeyGenerator;
import dev.memoized.Memoized;
import dev.memoized.MemoizedCall;
import dev.memoized.tck.Body;
import dev.memoized.tck.Deployed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Keys made by the application. */
@Timeout(60)
class KeyGeneratorsTest {
    @RegisterExtension
    static final Deployed app = Deployed.with(Shelf.class, AsBean.class, Alphabet.class);

    private final Shelf shelf = app.get(Shelf.class);
    private final String key = app.key();

    /** No bean. */
    public static class Plain implements KeyGenerator {
        @Override
        public Object key(MemoizedCall call) {
            return textOf(call).toLowerCase(Locale.ROOT);
        }
    }

    /** What a bean needs. */
    @ApplicationScoped
    public static class Alphabet {
        public String upper(String text) {
            return text.toUpperCase(Locale.ROOT);
        }
    }

    /** A bean. */
    @ApplicationScoped
    public static class AsBean implements KeyGenerator {
        @Inject
        Alphabet alphabet;

        @Override
        public Object key(MemoizedCall call) {
            return alphabet.upper(textOf(call));
        }
    }

    /** Tells no calls apart. */
    public static class Nothing implements KeyGenerator {
        @Override
        public @Nullable Object key(MemoizedCall call) {
            return null;
        }
    }

    /** Is of no use. */
    public static class Throwing implements KeyGenerator {
        @Override
        public Object key(MemoizedCall call) {
            throw new IllegalStateException("no key");
        }
    }

    /** Makes keys that are never equal. */
    public static class WithoutEquality implements KeyGenerator {
        @Override
        public Object key(MemoizedCall call) {
            return new Object();
        }
    }

    /** Writes down what it sees. */
    public static class Curious implements KeyGenerator {
        static volatile @Nullable MemoizedCall seen;

        @Override
        public Object key(MemoizedCall call) {
            seen = call;
            return textOf(call);
        }
    }

    private static String textOf(MemoizedCall call) {
        return String.valueOf(call.arguments().get(0));
    }

    /** A bean. */
    @ApplicationScoped
    public static class Shelf {
        private final Body body = new Body();

        @Memoized(keyGenerator = Plain.class)
        public String plain(String key) {
            return body.compute(key);
        }

        @Memoized(keyGenerator = AsBean.class)
        public String asBean(String key) {
            return body.compute(key);
        }

        @Memoized(keyGenerator = Nothing.class)
        public String nothing(String key) {
            return body.compute(key);
        }

        @Memoized(keyGenerator = Nothing.class)
        public String constant() {
            return body.compute("constant");
        }

        @Memoized(keyGenerator = Throwing.class)
        public String throwing(String key) {
            return body.compute(key);
        }

        @Memoized(keyGenerator = WithoutEquality.class)
        public String withoutEquality(String key) {
            return body.compute(key);
        }

        @Memoized(name = "curious", keyGenerator = Curious.class)
        public String curious(String key, Thread asker) {
            return body.compute(key);
        }
    }

    @Test
    void plain_class_makes_the_key() {
        shelf.plain(key);
        shelf.plain(key.toUpperCase(Locale.ROOT));
        shelf.plain(app.key());
        assertThat(app.outcomes()).containsExactly(COMPUTED, FRESH, COMPUTED);
    }

    @Test
    void bean_makes_the_key() {
        shelf.asBean(key);
        shelf.asBean(key.toUpperCase(Locale.ROOT));
        shelf.asBean(app.key());
        assertThat(app.outcomes()).containsExactly(COMPUTED, FRESH, COMPUTED);
    }

    @Test
    void null_is_a_key() {
        shelf.nothing(key);
        shelf.nothing(app.key());
        assertThat(app.outcomes()).containsExactly(COMPUTED, FRESH);
    }

    @Test
    void method_without_parameters_may_have_a_generator() {
        shelf.constant();
        shelf.constant();
        assertThat(app.outcomes()).containsExactly(COMPUTED, FRESH);
    }

    @Test
    void failing_generator_bypasses_the_cache() {
        assertThat(shelf.throwing(key)).isEqualTo(key + "#1");
        assertThat(shelf.throwing(key)).isEqualTo(key + "#2");
        assertThat(app.outcomes()).containsExactly(BYPASSED, BYPASSED);
    }

    @Test
    void key_without_equality_bypasses_the_cache() {
        shelf.withoutEquality(key);
        shelf.withoutEquality(key);
        assertThat(app.outcomes()).containsExactly(BYPASSED, BYPASSED);
    }

    @Test
    void generator_sees_the_whole_call() throws NoSuchMethodException {
        Thread asker = Thread.currentThread();
        shelf.curious(key, asker);
        MemoizedCall call = Objects.requireNonNull(Curious.seen);
        assertThat(call.name()).isEqualTo("curious");
        assertThat(call.beanClass()).isEqualTo(Shelf.class);
        assertThat(call.method()).isEqualTo(Shelf.class.getMethod("curious", String.class, Thread.class));
        assertThat(call.arguments()).isEqualTo(List.of(key, asker));
        assertThatThrownBy(() -> call.arguments().set(0, "other")).isInstanceOf(UnsupportedOperationException.class);
    }
}
