package dev.memoized.tck.behaviour;

import static dev.memoized.Outcome.COMPUTED;
import static dev.memoized.Outcome.FRESH;
import static dev.memoized.Outcome.STALE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.memoized.Memoized;
import dev.memoized.tck.Deployed;
import dev.memoized.tck.Journal;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** On which instance a renewal runs, and what it sees of the caller's request. */
@Timeout(60)
class RefreshScopesTest {
    private static final Duration STALE_AGE = Duration.ofMinutes(2);

    @RegisterExtension
    static final Deployed app = Deployed.with(
            Journal.class,
            InRequest.class,
            InApplication.class,
            Single.class,
            Dependents.class,
            Hidden.class,
            Visitor.class,
            Greeter.class);

    private final Journal journal = app.get(Journal.class);
    private final String key = app.key();

    /** What the beans below have in common: a number for each instance. */
    abstract static class Living {
        @Inject
        Journal journal;

        private int number;

        @PostConstruct
        void born() {
            number = journal.number();
        }

        @PreDestroy
        void died() {
            journal.add("died " + number);
        }

        public int number() {
            return number;
        }

        int compute(String key) {
            journal.add("computed " + key);
            return number;
        }
    }

    /** A bean of one request. */
    @RequestScoped
    public static class InRequest extends Living {
        @Memoized(refreshAfter = "1m", expireAfter = "1h")
        public int answer(String key) {
            return compute(key);
        }
    }

    /** A bean of the application. */
    @ApplicationScoped
    public static class InApplication extends Living {
        @Memoized(refreshAfter = "1m", expireAfter = "1h")
        public int answer(String key) {
            return compute(key);
        }
    }

    /** A bean without client proxy. */
    @Singleton
    public static class Single extends Living {
        @Memoized(refreshAfter = "1m", expireAfter = "1h")
        public int answer(String key) {
            return compute(key);
        }
    }

    /** A bean of its user. */
    @Dependent
    public static class Dependents extends Living {
        @Memoized(refreshAfter = "1m", expireAfter = "1h")
        public int answer(String key) {
            return compute(key);
        }
    }

    /** The only type of {@link Hidden}. */
    public interface Oracle {
        int answer(String key);
    }

    /** A bean that is not of its own type. */
    @ApplicationScoped
    @Typed(Oracle.class)
    public static class Hidden extends Living implements Oracle {
        @Override
        @Memoized(refreshAfter = "1m", expireAfter = "1h")
        public int answer(String key) {
            return compute(key);
        }
    }

    /** Who makes the request. */
    @RequestScoped
    public static class Visitor {
        private @Nullable String name;

        public @Nullable String name() {
            return name;
        }

        public void name(String newName) {
            name = newName;
        }
    }

    /** A bean that reads the request, as it should not. */
    @ApplicationScoped
    public static class Greeter {
        @Inject
        Visitor visitor;

        @Memoized(refreshAfter = "1m", expireAfter = "1h")
        public String greet(String key) {
            return key + " for " + visitor.name();
        }
    }

    @BeforeEach
    void forget() {
        journal.take();
    }

    @Test
    void request_scoped_bean_is_renewed_on_a_new_instance_that_is_destroyed() {
        int first = app.inRequest(() -> app.get(InRequest.class).answer(key));
        app.advance(STALE_AGE);
        int caller = app.inRequest(() -> {
            assertThat(app.get(InRequest.class).answer(key)).isEqualTo(first);
            return app.get(InRequest.class).number();
        });
        journal.take();
        app.refresh();
        List<String> renewal = journal.take();
        int renewed = app.inRequest(() -> app.get(InRequest.class).answer(key));
        assertThat(renewed).isNotEqualTo(first).isNotEqualTo(caller);
        assertThat(renewal).containsExactly("computed " + key, "died " + renewed);
        assertThat(app.outcomes()).containsExactly(COMPUTED, STALE, FRESH);
    }

    @Test
    void request_scoped_bean_is_renewed_on_a_new_instance_while_the_callers_request_runs() {
        InRequest bean = app.get(InRequest.class);
        int first = app.inRequest(() -> bean.answer(key));
        app.advance(STALE_AGE);
        app.inRequest(() -> {
            int own = bean.number();
            bean.answer(key);
            app.refresh();
            assertThat(bean.answer(key)).isNotEqualTo(own).isNotEqualTo(first);
            assertThat(bean.number()).isEqualTo(own);
            return own;
        });
        assertThat(app.outcomes()).containsExactly(COMPUTED, STALE, FRESH);
    }

    @Test
    void application_scoped_bean_is_renewed_on_its_only_instance() {
        InApplication bean = app.get(InApplication.class);
        assertRenewedOnTheSame(() -> bean.answer(key));
    }

    @Test
    void singleton_is_renewed_on_its_only_instance() {
        Single bean = app.get(Single.class);
        assertRenewedOnTheSame(() -> bean.answer(key));
    }

    @Test
    void bean_that_is_not_of_its_own_type_is_renewed() {
        Oracle bean = app.get(Oracle.class);
        assertRenewedOnTheSame(() -> bean.answer(key));
    }

    private void assertRenewedOnTheSame(Callable<Integer> call) {
        int first = app.inRequest(call);
        app.advance(STALE_AGE);
        app.inRequest(call);
        app.refresh();
        assertThat(app.inRequest(call)).isEqualTo(first);
        assertThat(journal.take()).containsExactly("computed " + key, "computed " + key);
        assertThat(app.outcomes()).containsExactly(COMPUTED, STALE, FRESH);
    }

    @Test
    void dependent_bean_is_renewed_on_a_new_instance_that_is_destroyed() {
        Dependents bean = app.get(Dependents.class);
        int own = bean.answer(key);
        app.advance(STALE_AGE);
        bean.answer(key);
        journal.take();
        app.refresh();
        int renewed = bean.answer(key);
        assertThat(renewed).isNotEqualTo(own);
        assertThat(journal.take()).containsExactly("computed " + key, "died " + renewed);
    }

    @Test
    void instances_of_a_dependent_bean_share_entries() {
        app.get(Dependents.class).answer(key);
        app.get(Dependents.class).answer(key);
        assertThat(app.outcomes()).containsExactly(COMPUTED, FRESH);
    }

    @Test
    void renewal_does_not_see_the_data_of_any_callers_request() {
        assertThat(greetAs("alice")).isEqualTo(key + " for alice");
        app.advance(STALE_AGE);
        assertThat(greetAs("bob")).isEqualTo(key + " for alice");
        app.refresh();
        assertThat(greetAs("carol")).isEqualTo(key + " for null");
    }

    @Test
    void renewal_does_not_see_the_data_of_a_request_that_still_runs() {
        greetAs("alice");
        app.advance(STALE_AGE);
        app.inRequest(() -> {
            app.get(Visitor.class).name("bob");
            app.get(Greeter.class).greet(key);
            app.refresh();
            assertThat(app.get(Visitor.class).name()).isEqualTo("bob");
            return "done";
        });
        assertThat(greetAs("carol")).isEqualTo(key + " for null");
    }

    private String greetAs(String name) {
        return app.inRequest(() -> {
            app.get(Visitor.class).name(name);
            return app.get(Greeter.class).greet(key);
        });
    }
}
