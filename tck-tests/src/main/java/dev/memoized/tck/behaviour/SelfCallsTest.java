package dev.memoized.tck.behaviour;

import static dev.memoized.Outcome.COMPUTED;
import static dev.memoized.Outcome.FRESH;
import static org.assertj.core.api.Assertions.assertThat;

import dev.memoized.Memoized;
import dev.memoized.tck.Body;
import dev.memoized.tck.Deployed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Calls that do not come by the proxy of a bean of the application, on the containers of this suite: Weld and OpenWebBeans. */
@Timeout(60)
class SelfCallsTest {
    @RegisterExtension
    static final Deployed app = Deployed.with(Shelf.class, Note.class, Counted.class);

    private final String key = app.key();

    /** Calls itself. */
    @ApplicationScoped
    public static class Shelf {
        private final Body body = new Body();

        @Inject
        Shelf self;

        @Memoized
        public String title(String key) {
            return body.compute(key);
        }

        /** Past the proxy. */
        public String byThis(String key) {
            return this.title(key);
        }

        /** By the proxy. */
        public String bySelf(String key) {
            return self.title(key);
        }
    }

    /** Counts for all notes. */
    @ApplicationScoped
    public static class Counted {
        private final Body body = new Body();

        public String compute(String key) {
            return body.compute(key);
        }
    }

    /** A new one for whoever asks. */
    @Dependent
    public static class Note {
        @Inject
        Counted counted;

        @Memoized
        public String title(String key) {
            return counted.compute(key);
        }
    }

    @Test
    void C75_call_by_this_runs_the_method() {
        Shelf shelf = app.get(Shelf.class);
        assertThat(shelf.byThis(key)).isEqualTo(key + "#1");
        assertThat(shelf.byThis(key)).isEqualTo(key + "#2");
        assertThat(app.outcomes()).isEmpty();
    }

    @Test
    void C75_call_by_the_own_proxy_is_memoized() {
        Shelf shelf = app.get(Shelf.class);
        assertThat(shelf.bySelf(key)).isEqualTo(key + "#1");
        assertThat(shelf.bySelf(key)).isEqualTo(key + "#1");
        assertThat(app.outcomes()).containsExactly(COMPUTED, FRESH);
    }

    @Test
    void C75_instances_of_a_dependent_bean_share_their_entries() {
        assertThat(app.get(Note.class).title(key)).isEqualTo(key + "#1");
        assertThat(app.get(Note.class).title(key)).isEqualTo(key + "#1");
        assertThat(app.outcomes()).containsExactly(COMPUTED, FRESH);
    }
}
