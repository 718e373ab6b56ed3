package dev.memoized.tck.behaviour;

import static dev.memoized.Outcome.COMPUTED;
import static dev.memoized.Outcome.FRESH;
import static org.assertj.core.api.Assertions.assertThat;

import dev.memoized.Memoized;
import dev.memoized.tck.Body;
import dev.memoized.tck.Deployed;
import jakarta.enterprise.context.ApplicationScoped;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Who shares entries with whom. */
@Timeout(60)
class NamespacesTest {
    @RegisterExtension
    static final Deployed app = Deployed.with(Shelf.class, Store.class);

    private final Shelf shelf = app.get(Shelf.class);
    private final String key = app.key();

    /** A bean. */
    @ApplicationScoped
    public static class Shelf {
        private final Body body = new Body();

        @Memoized
        public String title(String key) {
            return body.compute(key);
        }

        @Memoized
        public String title(CharSequence key) {
            return body.compute(key);
        }

        @Memoized
        public String title(String key, String other) {
            return body.compute(key + other);
        }

        @Memoized
        public String author(String key) {
            return body.compute(key);
        }

        @Memoized(name = "shared")
        public String sharing(String key) {
            return body.compute(key);
        }

        @Memoized(name = "shared")
        public String sharingToo(String key) {
            return body.compute(key);
        }
    }

    /** Another bean with a method of the same name. */
    @ApplicationScoped
    public static class Store {
        private final Body body = new Body();

        @Memoized
        public String title(String key) {
            return "store " + body.compute(key);
        }

        @Memoized(name = "shared")
        public String sharing(String key) {
            return "store " + body.compute(key);
        }
    }

    @Test
    void overloads_do_not_share() {
        shelf.title(key);
        assertThat(shelf.title((CharSequence) key)).isEqualTo(key + "#2");
        assertThat(app.outcomes()).containsExactly(COMPUTED, COMPUTED);
    }

    @Test
    void overloads_with_more_parameters_do_not_share() {
        shelf.title(key);
        shelf.title(key, "");
        assertThat(app.outcomes()).containsExactly(COMPUTED, COMPUTED);
    }

    @Test
    void two_methods_do_not_share() {
        shelf.title(key);
        assertThat(shelf.author(key)).isEqualTo(key + "#2");
        assertThat(app.outcomes()).containsExactly(COMPUTED, COMPUTED);
    }

    @Test
    void two_beans_do_not_share() {
        shelf.title(key);
        assertThat(app.get(Store.class).title(key)).isEqualTo("store " + key + "#1");
    }

    @Test
    void methods_with_a_common_name_share() {
        shelf.sharing(key);
        assertThat(shelf.sharingToo(key)).isEqualTo(key + "#1");
        assertThat(app.outcomes()).containsExactly(COMPUTED, FRESH);
    }

    @Test
    void beans_with_a_common_name_share() {
        shelf.sharing(key);
        assertThat(app.get(Store.class).sharing(key)).isEqualTo(key + "#1");
        assertThat(app.outcomes()).containsExactly(COMPUTED, FRESH);
    }

    @Test
    void listener_hears_the_explicit_name() {
        shelf.sharing(key);
        assertThat(app.listener().calls().get(0).name()).isEqualTo("shared");
    }

    @Test
    void default_name_is_made_of_class_method_and_parameter_types() {
        shelf.title(key, "x");
        assertThat(app.listener().calls().get(0).name())
                .isEqualTo(Shelf.class.getName() + ".title(java.lang.String,java.lang.String)");
    }
}
