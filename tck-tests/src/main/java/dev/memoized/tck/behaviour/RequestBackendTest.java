package dev.memoized.tck.behaviour;

import static dev.memoized.Outcome.BYPASSED;
import static dev.memoized.Outcome.COMPUTED;
import static dev.memoized.Outcome.FRESH;
import static org.assertj.core.api.Assertions.assertThat;

import dev.memoized.Backend;
import dev.memoized.Memoized;
import dev.memoized.tck.Body;
import dev.memoized.tck.Deployed;
import dev.memoized.testing.Callers;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Values that live with the request. */
@Timeout(60)
class RequestBackendTest {
    @RegisterExtension
    static final Deployed app = Deployed.with(Rows.class, Pages.class, Covered.class, Visitor.class);

    private final Rows rows = app.get(Rows.class);
    private final Pages pages = app.get(Pages.class);
    private final Covered covered = app.get(Covered.class);
    private final String key = app.key();
    private final String first = key + "#1";
    private final String second = key + "#2";

    /** Keeps its rows for a request. */
    @ApplicationScoped
    public static class Rows {
        private final Body body = new Body();

        @Memoized(backend = "request")
        public List<String> row(String key) {
            return List.of(body.compute(key));
        }

        @Memoized
        @Backend("request")
        public List<String> byQualifier(String key) {
            return List.of(body.compute(key));
        }

        @Memoized(backend = "request")
        public CompletionStage<String> later(String key) {
            return CompletableFuture.completedFuture(body.compute(key));
        }
    }

    /** Keeps pages for everybody, made of rows. */
    @ApplicationScoped
    public static class Pages {
        private @Inject Rows rows;

        @Memoized(refreshAfter = "1s", expireAfter = "1h")
        public String renewed(String key) {
            return rows.row(key).get(0);
        }

        @Memoized(isolated = true)
        public String isolated(String key) {
            return rows.row(key).get(0);
        }
    }

    /** All of its methods, one of which is called in requests only. */
    @ApplicationScoped
    @Memoized(backend = "request")
    public static class Covered {
        private final Body body = new Body();
        private @Inject Visitor visitor;

        public String greeting(String key) {
            return body.compute(visitor.name() + key);
        }
    }

    /** Another one in each request. */
    @RequestScoped
    public static class Visitor {
        private String name = "";

        public String name() {
            return name;
        }

        public void enter(String theirName) {
            name = theirName;
        }
    }

    @Test
    void one_request_gets_the_very_value_and_the_next_one_another() {
        List<List<String>> values = app.inRequest(() -> List.of(rows.row(key), rows.row(key)));
        assertThat(values.get(1)).isSameAs(values.get(0)).containsExactly(first);
        assertThat(app.inRequest(() -> rows.row(key))).containsExactly(second);
        assertThat(app.outcomes()).containsExactly(COMPUTED, FRESH, COMPUTED);
    }

    @Test
    void qualifier_names_the_request_too() {
        List<List<String>> values = app.inRequest(() -> List.of(rows.byQualifier(key), rows.byQualifier(key)));
        assertThat(values.get(1)).isSameAs(values.get(0));
    }

    @Test
    void outside_of_requests_calls_bypass() {
        try (Callers<List<String>> outside = Callers.start("outside", 1, number -> rows.row(key))) {
            assertThat(outside.values().get(0)).containsExactly(first);
        }
        try (Callers<List<String>> outside = Callers.start("outside", 1, number -> rows.row(key))) {
            assertThat(outside.values().get(0)).containsExactly(second);
        }
        assertThat(app.outcomes()).containsExactly(BYPASSED, BYPASSED);
    }

    @Test
    void completed_value_of_a_stage_lives_with_the_request() {
        app.inRequest(() -> {
            assertThat(rows.later(key).toCompletableFuture().join()).isEqualTo(first);
            assertThat(rows.later(key).toCompletableFuture().join()).isEqualTo(first);
            return "done";
        });
        assertThat(app.inRequest(() -> rows.later(key).toCompletableFuture().join()))
                .isEqualTo(second);
    }

    @Test
    void values_do_not_end_before_the_request() {
        app.inRequest(() -> {
            rows.row(key);
            app.advance(Duration.ofDays(1));
            assertThat(rows.row(key)).containsExactly(first);
            return "done";
        });
    }

    @Test
    void renewal_of_another_method_is_a_request_of_its_own() {
        app.inRequest(() -> {
            assertThat(pages.renewed(key)).isEqualTo(first);
            app.advance(Duration.ofSeconds(2));
            assertThat(pages.renewed(key)).isEqualTo(first);
            app.refresh();
            assertThat(pages.renewed(key)).isEqualTo(second);
            assertThat(rows.row(key)).containsExactly(first);
            return "done";
        });
    }

    @Test
    void isolated_computation_of_another_method_is_a_request_of_its_own() {
        app.inRequest(() -> {
            assertThat(rows.row(key)).containsExactly(first);
            assertThat(pages.isolated(key)).isEqualTo(second);
            assertThat(rows.row(key)).containsExactly(first);
            return "done";
        });
    }

    @Test
    void data_of_the_request_stays_with_it() {
        Visitor visitor = app.get(Visitor.class);
        for (String name : List.of("a", "b")) {
            app.inRequest(() -> {
                visitor.enter(name);
                assertThat(covered.greeting(key)).isEqualTo(name + first);
                assertThat(covered.greeting(key)).isEqualTo(name + first);
                return "done";
            });
        }
        assertThat(app.outcomes()).containsExactly(COMPUTED, FRESH, COMPUTED, FRESH);
    }
}
