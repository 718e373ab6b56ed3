package dev.memoized.tck.behaviour;

import static dev.memoized.Outcome.COMPUTED;
import static dev.memoized.Outcome.FRESH;
import static org.assertj.core.api.Assertions.assertThat;

import dev.memoized.CacheInvalidate;
import dev.memoized.Memoized;
import dev.memoized.MemoizedMethods;
import dev.memoized.MethodDescription;
import dev.memoized.tck.Body;
import dev.memoized.tck.Deployed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Stereotype;
import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Annotations of an application that carry ours. Kills "carried before itself", "the class before the method", "the farther
 * class before the nearer one" and "only what stands there itself drops".
 */
@Timeout(60)
class CarriedTest {
    @RegisterExtension
    static final Deployed app = Deployed.with(Shelf.class, Daily.class, Below.class, Nearer.class, OfStereotype.class);

    private final String key = app.key();

    /** Carries it. */
    @InterceptorBinding
    @Inherited
    @Memoized(expireAfter = "1h")
    @Target({ElementType.METHOD, ElementType.TYPE, ElementType.ANNOTATION_TYPE})
    @Retention(RetentionPolicy.RUNTIME)
    public @interface Hourly {}

    /** Carries what carries it. */
    @InterceptorBinding
    @Hourly
    @Target({ElementType.METHOD, ElementType.TYPE})
    @Retention(RetentionPolicy.RUNTIME)
    public @interface Slow {}

    /** A stereotype of what carries it. */
    @ApplicationScoped
    @Stereotype
    @Hourly
    @Target(ElementType.TYPE)
    @Retention(RetentionPolicy.RUNTIME)
    public @interface Catalogue {}

    /** Carries two changes. */
    @InterceptorBinding
    @CacheInvalidate(name = "carried.hourly")
    @CacheInvalidate(tags = "carried")
    @Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
    @Retention(RetentionPolicy.RUNTIME)
    public @interface Changes {}

    /** Carries what carries them. */
    @InterceptorBinding
    @Changes
    @Target(ElementType.METHOD)
    @Retention(RetentionPolicy.RUNTIME)
    public @interface Saves {}

    /** Some of everything. */
    @ApplicationScoped
    public static class Shelf {
        private final Body body = new Body();

        @Hourly
        public String hourly(String key) {
            return body.compute(key);
        }

        @Slow
        public String slow(String key) {
            return body.compute(key);
        }

        @Slow
        @Memoized(expireAfter = "3h", tags = "carried")
        public String itself(String key) {
            return body.compute(key);
        }

        @Memoized(name = "carried.hourly")
        public String dropped(String key) {
            return body.compute(key);
        }

        @Changes
        public void change(String key) {}

        @Saves
        public void save(String key) {}
    }

    /** On a class, with another one on a method. */
    @ApplicationScoped
    @Memoized(expireAfter = "24h")
    public static class Daily {
        private final Body body = new Body();

        public String daily(String key) {
            return body.compute(key);
        }

        @Hourly
        public String hourly(String key) {
            return body.compute(key);
        }
    }

    /** A class for others. */
    @Hourly
    public abstract static class Above {
        private final Body body = new Body();

        public String inherited(String key) {
            return body.compute(key);
        }
    }

    /** Inherits it. */
    @ApplicationScoped
    public static class Below extends Above {}

    /** Says something else. */
    @ApplicationScoped
    @Memoized(expireAfter = "5h")
    public static class Nearer extends Above {}

    /** By a stereotype. */
    @Catalogue
    public static class OfStereotype {
        private final Body body = new Body();

        public String stereotyped(String key) {
            return body.compute(key);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "Shelf, hourly, 1",
        "Shelf, slow, 1",
        "Shelf, itself, 3",
        "Daily, daily, 24",
        "Daily, hourly, 1",
        "Below, inherited, 1",
        "Nearer, inherited, 5",
        "OfStereotype, stereotyped, 1"
    })
    void nearest_one_holds(String beanClass, String method, long hours) {
        String name = CarriedTest.class.getName() + "$" + beanClass + "." + method + "(java.lang.String)";
        assertThat(app.get(MemoizedMethods.class).methods())
                .filteredOn(each -> each.name().equals(name))
                .singleElement()
                .extracting(MethodDescription::expireAfter)
                .isEqualTo(Duration.ofHours(hours));
    }

    @Test
    void calls_of_each_are_answered_without_the_method() {
        Shelf shelf = app.get(Shelf.class);
        assertThat(shelf.hourly(key)).isEqualTo(shelf.hourly(key));
        assertThat(shelf.slow(key)).isEqualTo(shelf.slow(key));
        assertThat(shelf.itself(key)).isEqualTo(shelf.itself(key));
        Daily daily = app.get(Daily.class);
        assertThat(daily.hourly(key)).isEqualTo(daily.hourly(key));
        Below below = app.get(Below.class);
        assertThat(below.inherited(key)).isEqualTo(below.inherited(key));
        OfStereotype bean = app.get(OfStereotype.class);
        assertThat(bean.stereotyped(key)).isEqualTo(bean.stereotyped(key));
        assertThat(app.outcomes()).hasSize(12).containsOnly(COMPUTED, FRESH);
    }

    @Test
    void carried_changes_are_all_made() {
        Shelf shelf = app.get(Shelf.class);
        assertDropped(() -> shelf.change(key));
    }

    @Test
    void changes_carried_by_what_is_carried_are_all_made() {
        Shelf shelf = app.get(Shelf.class);
        assertDropped(() -> shelf.save(key));
    }

    private void assertDropped(Runnable change) {
        Shelf shelf = app.get(Shelf.class);
        String byName = shelf.dropped(key);
        String byTag = shelf.itself(key);
        String other = shelf.hourly(key);
        change.run();
        assertThat(shelf.dropped(key)).isNotEqualTo(byName);
        assertThat(shelf.itself(key)).isNotEqualTo(byTag);
        assertThat(shelf.hourly(key)).isEqualTo(other);
    }
}
