package dev.memoized.tck.behaviour;

import static dev.memoized.Outcome.BYPASSED;
import static dev.memoized.Outcome.COMPUTED;
import static dev.memoized.Outcome.FRESH;
import static dev.memoized.Outcome.STALE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.memoized.KeyGenerator;
import dev.memoized.Memoized;
import dev.memoized.MemoizedCall;
import dev.memoized.TwoPartKey;
import dev.memoized.tck.Body;
import dev.memoized.tck.Deployed;
import dev.memoized.testing.Callers;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Methods that share entries, each for a field of its own. */
@Timeout(60)
class TwoPartKeysTest {
    @RegisterExtension
    static final Deployed app = Deployed.with(Shelf.class, Annex.class, FieldNames.class, PagesKey.class);

    private final Shelf shelf = app.get(Shelf.class);
    private final Annex annex = app.get(Annex.class);
    private final String key = app.key();

    /** No bean. */
    public static class TitleKey implements KeyGenerator {
        @Override
        public TwoPartKey key(MemoizedCall call) {
            return new TwoPartKey(call.arguments().get(0), "title");
        }
    }

    /** What a bean needs. */
    @ApplicationScoped
    public static class FieldNames {
        public String pages() {
            return "pages";
        }
    }

    /** A bean. */
    @ApplicationScoped
    public static class PagesKey implements KeyGenerator {
        @Inject
        FieldNames names;

        @Override
        public TwoPartKey key(MemoizedCall call) {
            return new TwoPartKey(call.arguments().get(0), names.pages());
        }
    }

    /** As many fields as there are arguments. */
    public static class PageKey implements KeyGenerator {
        @Override
        public TwoPartKey key(MemoizedCall call) {
            return new TwoPartKey(call.arguments().get(0), call.arguments().get(1));
        }
    }

    /** Its fields are never equal. */
    public static class NoKey implements KeyGenerator {
        @Override
        public TwoPartKey key(MemoizedCall call) {
            return new TwoPartKey(call.arguments().get(0), new Object());
        }
    }

    /** A bean. */
    @ApplicationScoped
    public static class Shelf {
        private final Body body = new Body();
        private final AtomicInteger lastNumber = new AtomicInteger();

        @Memoized(name = "tck.book", keyGenerator = TitleKey.class, refreshAfter = "1m", expireAfter = "1h")
        public String title(String id) {
            return body.compute(id);
        }

        @Memoized(name = "tck.book", keyGenerator = PagesKey.class, refreshAfter = "1m", expireAfter = "1h")
        public int pages(String id) {
            return lastNumber.incrementAndGet();
        }

        @Memoized(name = "tck.book", keyGenerator = PageKey.class)
        public List<String> page(String id, int number) {
            return List.of(body.compute(id + "/" + number));
        }

        @Memoized(keyGenerator = NoKey.class)
        public String bypassed(String id) {
            return body.compute(id);
        }
    }

    /** Another bean with the same entries. */
    @ApplicationScoped
    public static class Annex {
        @Memoized(name = "tck.book", keyGenerator = TitleKey.class)
        public String title(String id) {
            return "title of the annex";
        }

        @Memoized(name = "tck.book", keyGenerator = TitleKey.class)
        public int titleLength(String id) {
            return -1;
        }
    }

    @Test
    void methods_of_one_name_have_a_field_each() {
        String title = shelf.title(key);
        int pages = shelf.pages(key);
        List<String> page = shelf.page(key, 1);
        assertThat(shelf.title(key)).isEqualTo(title);
        assertThat(shelf.pages(key)).isEqualTo(pages);
        assertThat(shelf.page(key, 1)).isEqualTo(page);
        assertThat(app.outcomes()).containsExactly(COMPUTED, COMPUTED, COMPUTED, FRESH, FRESH, FRESH);
    }

    @Test
    void fields_of_one_method_are_apart() {
        assertThat(shelf.page(key, 1)).containsExactly(key + "/1#1");
        assertThat(shelf.page(key, 2)).containsExactly(key + "/2#1");
        assertThat(shelf.page(app.key(), 1)).isNotEqualTo(shelf.page(key, 1));
    }

    @Test
    void same_field_of_another_bean_is_shared() {
        assertThat(shelf.title(key)).isEqualTo(key + "#1");
        assertThat(annex.title(key)).isEqualTo(key + "#1");
        assertThat(app.outcomes()).containsExactly(COMPUTED, FRESH);
    }

    @Test
    void same_field_of_another_type_is_another_field() {
        assertThat(shelf.title(key)).isEqualTo(key + "#1");
        assertThat(annex.titleLength(key)).isEqualTo(-1);
        assertThat(annex.title(key)).isEqualTo(key + "#1");
        assertThat(annex.titleLength(key)).isEqualTo(-1);
        assertThat(app.outcomes()).containsExactly(COMPUTED, COMPUTED, FRESH, FRESH);
    }

    @Test
    void renewal_replaces_one_field_only() {
        int pages = shelf.pages(key);
        shelf.title(key);
        app.advance(Duration.ofMinutes(2));
        shelf.title(key);
        assertThat(app.refresh()).isEqualTo(1);
        assertThat(shelf.title(key)).isEqualTo(key + "#2");
        assertThat(shelf.pages(key)).isEqualTo(pages);
        assertThat(app.outcomes()).containsExactly(COMPUTED, COMPUTED, STALE, FRESH, STALE);
    }

    @Test
    void fields_that_are_computed_at_once_are_all_there() {
        try (Callers<List<String>> callers = Callers.start(8, number -> shelf.page(key, number))) {
            List<List<String>> values = callers.values();
            for (int number = 0; number < 8; number++) {
                assertThat(shelf.page(key, number)).isEqualTo(values.get(number));
            }
        }
        assertThat(app.listener().count(COMPUTED)).isEqualTo(8);
        assertThat(app.listener().count(FRESH)).isEqualTo(8);
    }

    @Test
    void field_without_equality_bypasses_the_cache() {
        shelf.bypassed(key);
        shelf.bypassed(key);
        assertThat(app.outcomes()).containsExactly(BYPASSED, BYPASSED);
    }
}
