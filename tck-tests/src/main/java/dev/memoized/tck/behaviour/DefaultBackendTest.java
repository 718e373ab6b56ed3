package dev.memoized.tck.behaviour;

import static dev.memoized.Outcome.COMPUTED;
import static dev.memoized.Outcome.FRESH;
import static dev.memoized.Outcome.JOINED;
import static dev.memoized.spi.FaultPoints.Place.FOLLOWING;
import static dev.memoized.spi.FaultPoints.Place.LEASED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.memoized.Memoized;
import dev.memoized.tck.Body;
import dev.memoized.tck.Deployed;
import dev.memoized.testing.Callers;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A backend bean without qualifier stands for memory. */
@Timeout(60)
class DefaultBackendTest {
    @RegisterExtension
    static final Deployed app = Deployed.with(Shelf.class, OwnBackend.class);

    private final Shelf shelf = app.get(Shelf.class);
    private final MapBackend backend = app.get(MapBackend.class);
    private final String key = app.key();

    /** The application's backend. */
    @ApplicationScoped
    public static class OwnBackend extends MapBackend {}

    /** A bean. */
    @ApplicationScoped
    public static class Shelf {
        private final Body body = new Body();

        @Memoized
        public String title(String key) {
            return body.compute(key);
        }
    }

    @Test
    void method_without_backend_is_kept_in_the_default_one() {
        long before = backend.entries();
        shelf.title(key);
        shelf.title(key);
        assertThat(app.outcomes()).containsExactly(COMPUTED, FRESH);
        assertThat(backend.entries()).isEqualTo(before + 1);
    }

    @Test
    void herd_computes_once_whatever_the_backend() {
        app.gate().hold(LEASED);
        try (Callers<String> herd = Callers.start("herd", 20, number -> shelf.title(key))) {
            app.gate().awaitReached(FOLLOWING, 19);
            app.gate().open(LEASED);
            assertThat(herd.values()).isEqualTo(Collections.nCopies(20, key + "#1"));
        }
        assertThat(app.listener().count(COMPUTED)).isOne();
        assertThat(app.listener().count(JOINED)).isEqualTo(19);
    }
}
