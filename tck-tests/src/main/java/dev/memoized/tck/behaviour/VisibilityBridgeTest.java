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

/** Public methods of a class that is not: the compiler puts a bridge without a target of its own into the public heir. */
@Timeout(60)
class VisibilityBridgeTest {
    @RegisterExtension
    static final Deployed app = Deployed.with(Shelf.class, ClassLevelShelf.class);

    private final String key = app.key();

    /** Not public. */
    abstract static class Base {
        final Body body = new Body();

        @Memoized
        public String titles(String key) {
            return body.compute(key);
        }
    }

    /** A bean. */
    @ApplicationScoped
    public static class Shelf extends Base {}

    /** Not public, and memoized by its class. */
    @Memoized
    abstract static class ClassLevelBase {
        final Body body = new Body();

        public String titles(String key) {
            return body.compute(key);
        }
    }

    /** Another bean. */
    @ApplicationScoped
    public static class ClassLevelShelf extends ClassLevelBase {}

    @Test
    void method_behind_a_visibility_bridge_is_memoized() {
        Shelf shelf = app.get(Shelf.class);
        assertThat(shelf.titles(key)).isEqualTo(key + "#1");
        assertThat(shelf.titles(key)).isEqualTo(key + "#1");
        assertThat(app.outcomes()).containsExactly(COMPUTED, FRESH);
    }

    @Test
    void call_through_the_hidden_base_shares_the_entry() {
        Shelf shelf = app.get(Shelf.class);
        Base base = shelf;
        shelf.titles(key);
        base.titles(key);
        assertThat(app.outcomes()).containsExactly(COMPUTED, FRESH);
    }

    @Test
    void class_level_method_behind_a_visibility_bridge_is_memoized() {
        ClassLevelShelf shelf = app.get(ClassLevelShelf.class);
        shelf.titles(key);
        shelf.titles(key);
        assertThat(app.outcomes()).containsExactly(COMPUTED, FRESH);
    }
}
