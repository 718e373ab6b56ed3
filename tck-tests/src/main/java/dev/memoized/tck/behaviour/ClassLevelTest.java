package dev.memoized.tck.behaviour;

import static dev.memoized.Outcome.COMPUTED;
import static dev.memoized.Outcome.FRESH;
import static dev.memoized.Outcome.STALE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.memoized.Memoized;
import dev.memoized.NotMemoized;
import dev.memoized.tck.Body;
import dev.memoized.tck.Deployed;
import dev.memoized.tck.Journal;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.Stereotype;
import jakarta.inject.Inject;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What {@code @Memoized} on a class covers, and what it leaves alone. */
@Timeout(60)
class ClassLevelTest {
    private static final Duration STALE_AGE = Duration.ofMinutes(2);

    @RegisterExtension
    static final Deployed app =
            Deployed.with(Journal.class, Shelf.class, Prefixed.class, Stereotyped.class, Bell.class);

    private final Shelf shelf = app.get(Shelf.class);
    private final Journal journal = app.get(Journal.class);
    private final String key = app.key();

    /** A message. */
    public record Rung(String text) {}

    /** A thing that is produced. */
    public static class Product {}

    /** A bean that sends messages. */
    @ApplicationScoped
    public static class Bell {
        @Inject
        Event<Rung> event;

        public void ring(String text) {
            event.fire(new Rung(text));
        }
    }

    /** A bean with everything. */
    @ApplicationScoped
    @Memoized(refreshAfter = "1m", expireAfter = "1h")
    public static class Shelf {
        private final Body body = new Body();

        @Inject
        Journal journal;

        public String covered(String key) {
            return body.compute(key);
        }

        public int alsoCovered(String key) {
            body.compute(key);
            return body.count(key);
        }

        @Memoized(name = "own-name", expireAfter = "2h")
        public String ownLimits(String key) {
            return body.compute(key);
        }

        @NotMemoized
        public String leftOut(String key) {
            return body.compute(key);
        }

        protected String kept(String key) {
            return body.compute(key);
        }

        String near(String key) {
            return body.compute(key);
        }

        public void done(String key) {
            body.compute(key);
        }

        public static String ofNobody(String key) {
            return key;
        }

        @Override
        public String toString() {
            return body.compute("toString");
        }

        @Override
        public boolean equals(@Nullable Object other) {
            body.compute("equals");
            return this == other;
        }

        @Override
        public int hashCode() {
            body.compute("hashCode");
            return 1;
        }

        @PostConstruct
        void begin() {
            journal.add("begun");
        }

        @Produces
        public Product product() {
            body.compute("product");
            return new Product();
        }

        public void dispose(@Disposes Product product) {
            body.compute("dispose");
        }

        public String hear(@Observes Rung rung) {
            journal.add("heard " + rung.text());
            return "heard";
        }

        @NotMemoized
        public int computations(String key) {
            return body.count(key);
        }
    }

    /** A bean with a prefix. */
    @ApplicationScoped
    @Memoized(name = "shop")
    public static class Prefixed {
        public String title(String key, int page) {
            return key + page;
        }
    }

    /** A stereotype. */
    @ApplicationScoped
    @Memoized(refreshAfter = "1m", expireAfter = "1h")
    @Stereotype
    @Target(ElementType.TYPE)
    @Retention(RetentionPolicy.RUNTIME)
    public @interface Catalogue {}

    /** A bean with a stereotype. */
    @Catalogue
    public static class Stereotyped {
        private final Body body = new Body();

        public String title(String key) {
            return body.compute(key);
        }
    }

    @BeforeEach
    void forget() {
        journal.take();
    }

    @Test
    void public_methods_that_return_something_are_covered() {
        shelf.covered(key);
        shelf.covered(key);
        assertThat(shelf.alsoCovered(key)).isEqualTo(shelf.alsoCovered(key));
        assertThat(app.outcomes()).containsExactly(COMPUTED, FRESH, COMPUTED, FRESH);
    }

    @Test
    void limits_of_the_class_hold_for_its_methods() {
        shelf.covered(key);
        app.advance(STALE_AGE);
        shelf.covered(key);
        assertThat(app.outcomes()).containsExactly(COMPUTED, STALE);
    }

    @Test
    void annotation_of_a_method_stands_for_that_of_the_class() {
        shelf.ownLimits(key);
        app.advance(Duration.ofMinutes(119));
        shelf.ownLimits(key);
        assertThat(app.outcomes()).containsExactly(COMPUTED, FRESH);
        assertThat(app.listener().calls().get(0).name()).isEqualTo("own-name");
    }

    @Test
    void method_with_NotMemoized_is_left_out() {
        assertThat(shelf.leftOut(key)).isEqualTo(key + "#1");
        assertThat(shelf.leftOut(key)).isEqualTo(key + "#2");
        assertThat(app.outcomes()).isEmpty();
    }

    @Test
    void protected_method_is_left_out() {
        assertThat(shelf.kept(key)).isEqualTo(key + "#1");
        assertThat(shelf.kept(key)).isEqualTo(key + "#2");
        assertThat(app.outcomes()).isEmpty();
    }

    @Test
    void package_private_method_is_left_out() {
        assertThat(shelf.near(key)).isEqualTo(key + "#1");
        assertThat(shelf.near(key)).isEqualTo(key + "#2");
        assertThat(app.outcomes()).isEmpty();
    }

    @Test
    void void_method_is_left_out() {
        shelf.done(key);
        shelf.done(key);
        assertThat(shelf.computations(key)).isEqualTo(2);
        assertThat(app.outcomes()).isEmpty();
    }

    @Test
    void static_method_is_left_out() {
        assertThat(Shelf.ofNobody(key)).isEqualTo(key);
        assertThat(app.outcomes()).isEmpty();
    }

    @Test
    void methods_of_Object_are_left_out() {
        assertThat(shelf.toString()).isNotEqualTo(shelf.toString());
        assertThat(app.outcomes()).isEmpty();
    }

    @Test
    void producer_and_disposer_are_left_out() {
        int before = shelf.computations("product");
        app.get(Product.class);
        app.get(Product.class);
        assertThat(shelf.computations("product")).isEqualTo(before + 2);
        assertThat(app.outcomes()).isEmpty();
    }

    @Test
    void observer_is_left_out() {
        app.get(Bell.class).ring("same");
        app.get(Bell.class).ring("same");
        assertThat(journal.take()).filteredOn("heard same"::equals).hasSize(2);
        assertThat(app.outcomes()).isEmpty();
    }

    @Test
    void name_on_a_class_is_a_prefix() {
        app.get(Prefixed.class).title(key, 1);
        assertThat(app.listener().calls().get(0).name()).isEqualTo("shop.title(java.lang.String,int)");
    }

    @Test
    void stereotype_covers_like_the_class_itself() {
        Stereotyped bean = app.get(Stereotyped.class);
        bean.title(key);
        bean.title(key);
        app.advance(STALE_AGE);
        bean.title(key);
        assertThat(app.outcomes()).containsExactly(COMPUTED, FRESH, STALE);
        app.refresh();
        assertThat(bean.title(key)).isEqualTo(key + "#2");
    }
}
