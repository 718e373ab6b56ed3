package dev.memoized.tck.behaviour;

import static dev.memoized.Outcome.COMPUTED;
import static dev.memoized.Outcome.FRESH;
import static org.assertj.core.api.Assertions.assertThat;

import dev.memoized.Backend;
import dev.memoized.Memoized;
import dev.memoized.tck.Body;
import dev.memoized.tck.Deployed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A backend without a scope: the memoized methods have one of it, all together. */
@Timeout(60)
class DependentBackendTest {
    @RegisterExtension
    static final Deployed app = Deployed.with(Shelf.class, OtherShelf.class, Maker.class);

    private final Shelf shelf = app.get(Shelf.class);
    private final OtherShelf other = app.get(OtherShelf.class);
    private final Maker maker = app.get(Maker.class);
    private final String key = app.key();

    /** Makes a backend for each injection. */
    @ApplicationScoped
    public static class Maker {
        private final AtomicInteger made = new AtomicInteger();
        private final AtomicInteger disposed = new AtomicInteger();

        @Produces
        @Backend("b")
        public MapBackend make() {
            made.incrementAndGet();
            return new MapBackend();
        }

        public void dispose(@Disposes @Backend("b") MapBackend backend) {
            disposed.incrementAndGet();
        }

        public int inUse() {
            return made.get() - disposed.get();
        }
    }

    /** A bean. */
    @ApplicationScoped
    public static class Shelf {
        private final Body body = new Body();

        @Memoized(name = "titles", backend = "b")
        public String titles(String key) {
            return body.compute(key);
        }

        @Memoized(name = "titles", backend = "b")
        public String sameTitles(String key) {
            return body.compute(key);
        }
    }

    /** Another bean. */
    @ApplicationScoped
    public static class OtherShelf {
        private final Body body = new Body();

        @Memoized(name = "titles")
        @Backend("b")
        public String titles(String key) {
            return body.compute(key);
        }
    }

    @Test
    void methods_with_the_same_name_share_entries() {
        assertThat(shelf.titles(key)).isEqualTo(key + "#1");
        assertThat(shelf.sameTitles(key)).isEqualTo(key + "#1");
        assertThat(app.outcomes()).containsExactly(COMPUTED, FRESH);
    }

    @Test
    void methods_of_different_beans_with_the_same_name_share_entries() {
        other.titles(key);
        shelf.titles(key);
        assertThat(app.outcomes()).containsExactly(COMPUTED, FRESH);
    }

    @Test
    void memoized_methods_keep_one_backend() {
        callAll();
        assertThat(maker.inUse()).isEqualTo(1);
    }

    private void callAll() {
        shelf.titles(key);
        shelf.sameTitles(key);
        other.titles(key);
    }
}
