package dev.memoized.tck.behaviour;

import static dev.memoized.Outcome.BYPASSED;
import static dev.memoized.Outcome.COMPUTED;
import static dev.memoized.Outcome.FRESH;
import static org.assertj.core.api.Assertions.assertThat;

import dev.memoized.CacheKey;
import dev.memoized.CacheKeyIgnore;
import dev.memoized.Memoized;
import dev.memoized.tck.Body;
import dev.memoized.tck.Deployed;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Which calls are the same. */
@Timeout(60)
class KeysTest {
    @RegisterExtension
    static final Deployed app = Deployed.with(Shelf.class);

    private final Shelf shelf = app.get(Shelf.class);
    private final String key = app.key();

    /** A value. */
    public record Isbn(String text) {}

    /** A bean. */
    @ApplicationScoped
    public static class Shelf {
        private final Body body = new Body();

        @Memoized
        public String constant() {
            return body.compute("constant");
        }

        @Memoized
        public String marked(@CacheKey String key, String user, @CacheKey int page) {
            return body.compute(key);
        }

        @Memoized
        public String ignoring(String key, @CacheKeyIgnore Thread asker, int page) {
            return body.compute(key);
        }

        @Memoized
        public String pair(@Nullable String left, @Nullable String right) {
            return body.compute(left);
        }

        @Memoized
        public String anything(@Nullable Object key) {
            return body.compute("anything");
        }

        @Memoized
        public String array(String key, int[] numbers) {
            return body.compute(key);
        }

        @Memoized
        public String many(String... keys) {
            return body.compute(keys[0]);
        }

        @Memoized
        public String list(List<String> keys) {
            return body.compute(keys);
        }

        @Memoized
        public String map(Map<String, Integer> keys) {
            return body.compute(keys);
        }

        @Memoized
        public String values(Isbn isbn, TimeUnit unit, Locale locale, BigDecimal price, long number) {
            return body.compute(isbn);
        }
    }

    @Test
    void method_without_parameters_has_one_entry() {
        shelf.constant();
        shelf.constant();
        assertThat(app.outcomes()).containsExactly(COMPUTED, FRESH);
    }

    @Test
    void parameters_without_CacheKey_are_not_in_the_key() {
        shelf.marked(key, "alice", 1);
        shelf.marked(key, "bob", 1);
        shelf.marked(key, "bob", 2);
        assertThat(app.outcomes()).containsExactly(COMPUTED, FRESH, COMPUTED);
    }

    @Test
    void parameters_with_CacheKeyIgnore_are_not_in_the_key() {
        shelf.ignoring(key, Thread.currentThread(), 1);
        shelf.ignoring(key, new Thread(), 1);
        shelf.ignoring(key, new Thread(), 2);
        assertThat(app.outcomes()).containsExactly(COMPUTED, FRESH, COMPUTED);
    }

    @Test
    void order_of_arguments_matters() {
        shelf.pair(key, "x");
        shelf.pair("x", key);
        assertAllDiffer(2);
    }

    @Test
    void arguments_do_not_run_into_each_other() {
        shelf.pair(key + ",a", "b");
        shelf.pair(key, "a,b");
        shelf.pair(key + ",a,b", "");
        assertAllDiffer(3);
    }

    @Test
    void null_is_not_the_word() {
        shelf.pair(key, null);
        shelf.pair(key, "null");
        shelf.pair(key, "");
        shelf.pair(null, key);
        shelf.pair("null", key);
        assertAllDiffer(5);
        shelf.pair(key, null);
        assertThat(app.outcomes()).endsWith(FRESH);
    }

    @Test
    void types_matter() {
        shelf.anything(17);
        shelf.anything(17L);
        shelf.anything("17");
        shelf.anything(17.0);
        shelf.anything((short) 17);
        shelf.anything('\u0011');
        assertAllDiffer(6);
        shelf.anything(17L);
        assertThat(app.outcomes()).endsWith(FRESH);
    }

    @Test
    void argument_without_equality_bypasses_the_cache() {
        Object argument = new Object();
        String before = shelf.anything(argument);
        assertThat(shelf.anything(argument)).isNotEqualTo(before);
        assertThat(app.outcomes()).containsExactly(BYPASSED, BYPASSED);
    }

    @Test
    void list_with_an_element_without_equality_bypasses_the_cache() {
        List<Object> argument = List.of("a", new Object());
        shelf.anything(argument);
        shelf.anything(argument);
        assertThat(app.outcomes()).containsExactly(BYPASSED, BYPASSED);
    }

    @Test
    void arrays_are_equal_by_content() {
        shelf.array(key, new int[] {1, 2});
        shelf.array(key, new int[] {1, 2});
        shelf.array(key, new int[] {2, 1});
        assertThat(app.outcomes()).containsExactly(COMPUTED, FRESH, COMPUTED);
    }

    @Test
    void variable_arguments_are_equal_by_content() {
        shelf.many(key, "a");
        shelf.many(key, "a");
        shelf.many(key + "a");
        assertThat(app.outcomes()).containsExactly(COMPUTED, FRESH, COMPUTED);
    }

    @Test
    void maps_are_equal_whatever_their_order() {
        Map<String, Integer> linked = new LinkedHashMap<>();
        linked.put(key + "b", 2);
        linked.put(key + "a", 1);
        shelf.map(linked);
        shelf.map(new TreeMap<>(linked));
        assertThat(app.outcomes()).containsExactly(COMPUTED, FRESH);
    }

    @Test
    void records_enums_and_values_of_the_JDK_are_equal_by_value() {
        for (int call = 0; call < 2; call++) {
            shelf.values(new Isbn(key), TimeUnit.DAYS, Locale.FRENCH, new BigDecimal("1.50"), 5);
        }
        assertThat(app.outcomes()).containsExactly(COMPUTED, FRESH);
    }

    @Test
    void list_that_changes_after_the_call_does_not_change_the_key() {
        List<String> keys = new ArrayList<>(List.of(key));
        shelf.list(keys);
        keys.add("later");
        shelf.list(List.of(key));
        shelf.list(keys);
        assertThat(app.outcomes()).containsExactly(COMPUTED, FRESH, COMPUTED);
    }

    @Test
    void array_that_changes_after_the_call_does_not_change_the_key() {
        int[] numbers = {1, 2};
        shelf.array(key, numbers);
        numbers[0] = 9;
        shelf.array(key, new int[] {1, 2});
        shelf.array(key, numbers);
        assertThat(app.outcomes()).containsExactly(COMPUTED, FRESH, COMPUTED);
    }

    private static void assertAllDiffer(int calls) {
        assertThat(app.outcomes()).hasSize(calls).containsOnly(COMPUTED);
    }
}
