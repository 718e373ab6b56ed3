package dev.memoized.tck.behaviour;

import static dev.memoized.Outcome.COMPUTED;
import static dev.memoized.Outcome.FRESH;
import static org.assertj.core.api.Assertions.assertThat;

import dev.memoized.Memoized;
import dev.memoized.tck.Body;
import dev.memoized.tck.Deployed;
import dev.memoized.testing.Callers;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Values that live with the instance of the bean. */
@Timeout(60)
class InstanceBackendTest {
    @RegisterExtension
    static final Deployed app = Deployed.with(Counted.class, Desk.class, Hall.class, Wish.class);

    private final String key = app.key();
    private final String first = key + "#1";
    private final String second = key + "#2";

    /** What all beans of the test count together. */
    @ApplicationScoped
    public static class Counted {
        private final Body body = new Body();

        public Body body() {
            return body;
        }
    }

    /** A method of each kind of instance. */
    public abstract static class Remembering {
        private @Inject Counted counted;

        @Memoized(backend = "instance")
        public List<String> row(String key) {
            return List.of(counted.body().compute(key));
        }

        @Memoized(backend = "instance", expireAfter = "1m")
        public List<String> forAMinute(String key) {
            return List.of(counted.body().compute(key));
        }

        @Memoized
        public String forAll(String key) {
            return counted.body().compute(key);
        }
    }

    /** Another one for each who asks. */
    @Dependent
    public static class Desk extends Remembering {}

    /** One. */
    @ApplicationScoped
    public static class Hall extends Remembering {}

    /** Another one in each request. */
    @RequestScoped
    public static class Wish extends Remembering {}

    @Test
    void each_instance_has_values_of_its_own() {
        Desk one = app.get(Desk.class);
        Desk two = app.get(Desk.class);
        List<String> value = one.row(key);
        assertThat(one.row(key)).isSameAs(value).containsExactly(first);
        assertThat(two.row(key)).containsExactly(second);
        assertThat(one.row(key)).isSameAs(value);
        assertThat(app.outcomes()).containsExactly(COMPUTED, FRESH, COMPUTED, FRESH);
    }

    @Test
    void other_methods_of_the_bean_share_with_all_instances() {
        assertThat(app.get(Desk.class).forAll(key)).isEqualTo(first);
        assertThat(app.get(Desk.class).forAll(key)).isEqualTo(first);
    }

    @Test
    void values_of_the_only_instance_are_for_all_requests() {
        Hall hall = app.get(Hall.class);
        assertThat(app.inRequest(() -> hall.row(key))).containsExactly(first);
        assertThat(app.inRequest(() -> hall.row(key))).containsExactly(first);
    }

    @Test
    void values_of_an_instance_of_a_request_end_with_it() {
        Wish wish = app.get(Wish.class);
        assertThat(app.inRequest(() -> List.of(wish.row(key), wish.row(key))))
                .containsExactly(List.of(first), List.of(first));
        assertThat(app.inRequest(() -> wish.row(key))).containsExactly(second);
    }

    @Test
    void values_do_not_end_if_nothing_is_said() {
        Desk desk = app.get(Desk.class);
        desk.row(key);
        app.advance(Duration.ofDays(400));
        assertThat(desk.row(key)).containsExactly(first);
    }

    @Test
    void values_end_at_their_limit() {
        Desk desk = app.get(Desk.class);
        desk.forAMinute(key);
        app.advance(Duration.ofSeconds(61));
        assertThat(desk.forAMinute(key)).containsExactly(second);
    }

    @Test
    void threads_of_one_instance_compute_once() {
        Hall hall = app.get(Hall.class);
        Body body = app.get(Counted.class).body();
        body.hold(first);
        try (Callers<List<String>> callers = Callers.start(8, number -> hall.row(key))) {
            body.awaitBegun(first);
            body.open(first);
            assertThat(callers.values()).isEqualTo(Collections.nCopies(8, List.of(first)));
        }
        assertThat(body.count(key)).isOne();
    }
}
