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

/** A schema tells forms of one value apart. */
@Timeout(60)
class SchemaTest {
    @RegisterExtension
    static final Deployed app = Deployed.with(Shelf.class);

    /** A bean. */
    @ApplicationScoped
    public static class Shelf {
        private final Body body = new Body();

        @Memoized(name = "versions", schema = "1")
        public String firstForm(String key) {
            return body.compute(key);
        }

        @Memoized(name = "versions", schema = "2")
        public String secondForm(String key) {
            return body.compute(key);
        }
    }

    @Test
    void entries_of_another_schema_are_not_seen() {
        Shelf shelf = app.get(Shelf.class);
        String key = app.key();
        shelf.firstForm(key);
        assertThat(shelf.secondForm(key)).isEqualTo(key + "#2");
        assertThat(shelf.firstForm(key)).isEqualTo(key + "#1");
        assertThat(app.outcomes()).containsExactly(COMPUTED, COMPUTED, FRESH);
    }
}
