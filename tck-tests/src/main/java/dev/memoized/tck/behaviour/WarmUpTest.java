package dev.memoized.tck.behaviour;

import static dev.memoized.Outcome.COMPUTED;
import static dev.memoized.Outcome.FRESH;
import static org.assertj.core.api.Assertions.assertThat;

import dev.memoized.ContextValue;
import dev.memoized.Memoized;
import dev.memoized.MemoizedMethods;
import dev.memoized.Remembered;
import dev.memoized.RequestLocale;
import dev.memoized.RequestSnapshot;
import dev.memoized.tck.Body;
import dev.memoized.tck.Deployment;
import dev.memoized.tck.Seams;
import dev.memoized.tck.TestContainer;
import dev.memoized.testing.HandExecutor;
import dev.memoized.testing.RecordingListener;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * What is computed behind the start. Kills "in the default locale only", "whatever is remembered already", "a failure ends the
 * others" and "on the thread of the start".
 */
@Timeout(60)
class WarmUpTest {
    private static final String SETTING = "memoized.warm-up";
    private static final String LOCALES = "memoized.locales";

    /** Methods without parameters. */
    @ApplicationScoped
    public static class Shop {
        private final Body body = new Body();

        @Inject
        RequestSnapshot request;

        @Memoized(name = "warm.list")
        public String list() {
            return body.compute("list");
        }

        @Memoized
        public String other() {
            return body.compute("other");
        }

        @Memoized(name = "warm.page", varyBy = RequestLocale.class)
        public String page() {
            return body.compute("page " + request.get(RequestLocale.class));
        }

        @Memoized(name = "warm.failing")
        public String failing() {
            throw new IllegalStateException("down");
        }
    }

    /** Methods that nobody can compute by their names alone. */
    @ApplicationScoped
    public static class Wrong {
        @Memoized(name = "warm.arguments")
        public String arguments(String key) {
            return key;
        }

        @Memoized(name = "warm.tenant", varyBy = Tenant.class)
        public String tenant() {
            return "";
        }

        @Memoized(name = "warm.request", backend = "request")
        public String request() {
            return "";
        }
    }

    /** Of the caller. */
    @ApplicationScoped
    public static class Tenant implements ContextValue<String> {
        @Override
        public String name() {
            return "tenant";
        }

        @Override
        public String capture() {
            return "acme";
        }

        @Override
        public void restore(String value) {}
    }

    @AfterEach
    void forget() {
        System.clearProperty(SETTING);
        System.clearProperty(LOCALES);
    }

    private static TestContainer.Running started() {
        return TestContainer.find().start(Deployment.of(Shop.class, Seams.class));
    }

    /** What the start has begun, and what that has begun. */
    private static int run(TestContainer.Running app) {
        HandExecutor executor = app.get(HandExecutor.class);
        return executor.runAllOnNewThreads() + executor.runAllOnNewThreads();
    }

    @Test
    void named_methods_are_computed_behind_the_start() {
        System.setProperty(SETTING, "warm.list, " + Shop.class.getName() + ".other()");
        try (TestContainer.Running app = started()) {
            assertThat(app.get(HandExecutor.class).size())
                    .as("the start waits for nothing")
                    .isEqualTo(1);
            assertThat(run(app)).isEqualTo(3);
            Shop shop = app.get(Shop.class);
            assertThat(shop.list()).isEqualTo("list#1");
            assertThat(shop.other()).isEqualTo("other#1");
            assertThat(app.get(RecordingListener.class).outcomes()).containsExactly(FRESH, FRESH);
        }
    }

    @Test
    void what_varies_by_the_locale_is_computed_for_each() {
        System.setProperty(SETTING, "warm.page,warm.list");
        System.setProperty(LOCALES, "en,fr");
        try (TestContainer.Running app = started()) {
            assertThat(run(app)).isEqualTo(4);
            assertThat(page(app, Locale.ENGLISH)).isEqualTo("page en#1");
            assertThat(page(app, Locale.FRENCH)).isEqualTo("page fr#1");
        }
    }

    private static Object page(TestContainer.Running app, Locale locale) {
        return app.get(MemoizedMethods.class)
                .entry("warm.page")
                .with(RequestLocale.class, locale)
                .lookup()
                .map(Remembered::value)
                .orElseThrow();
    }

    @Test
    void without_locales_it_is_computed_in_the_default_one() {
        System.setProperty(SETTING, "warm.page");
        try (TestContainer.Running app = started()) {
            run(app);
            assertThat(app.get(Shop.class).page()).isEqualTo("page " + Locale.getDefault() + "#1");
            assertThat(app.get(RecordingListener.class).outcomes()).containsExactly(FRESH);
        }
    }

    @Test
    void what_fails_leaves_the_others_and_the_start() {
        System.setProperty(SETTING, "warm.failing,warm.list");
        try (TestContainer.Running app = started()) {
            assertThat(run(app)).isEqualTo(3);
            app.get(Shop.class).list();
            assertThat(app.get(RecordingListener.class).outcomes()).containsExactly(FRESH);
        }
    }

    @Test
    void what_is_remembered_already_is_not_computed_again() {
        System.setProperty(SETTING, "warm.list");
        try (TestContainer.Running app = started()) {
            app.get(Shop.class).list();
            assertThat(run(app)).isEqualTo(1);
            assertThat(app.get(Shop.class).list()).isEqualTo("list#1");
            assertThat(app.get(RecordingListener.class).outcomes()).containsExactly(COMPUTED, FRESH);
        }
    }

    @Test
    void without_the_setting_nothing_happens() {
        try (TestContainer.Running app = started()) {
            assertThat(run(app)).isZero();
        }
    }

    @Test
    void method_that_is_switched_off_is_left_alone() {
        System.setProperty(SETTING, "warm.list");
        System.setProperty("memoized.enabled", "false");
        try (TestContainer.Running app = started()) {
            assertThat(run(app)).isEqualTo(1);
        } finally {
            System.clearProperty("memoized.enabled");
        }
    }

    @Test
    void what_cannot_be_computed_by_its_name_is_refused() {
        System.setProperty(SETTING, "warm.lost,warm.arguments,warm.tenant,warm.request");
        assertThat(Refused.deploying(Shop.class, Wrong.class, Tenant.class, Seams.class)
                        .problems())
                .satisfiesExactlyInAnyOrder(
                        problem -> assertThat(problem)
                                .startsWith("MEMO0245 configuration: \"warm.lost\" in memoized.warm-up")
                                .contains("the nearest is warm.list"),
                        problem -> assertThat(problem).startsWith("MEMO0246 configuration: warm.arguments"),
                        problem -> assertThat(problem).startsWith("MEMO0247 configuration: warm.tenant"),
                        problem -> assertThat(problem).startsWith("MEMO0248 configuration: values of warm.request"));
    }
}
