package dev.memoized.tck.behaviour;

import static dev.memoized.Outcome.COMPUTED;
import static dev.memoized.Outcome.FRESH;
import static dev.memoized.Outcome.STALE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.memoized.Backend;
import dev.memoized.Memoized;
import dev.memoized.tck.Body;
import dev.memoized.tck.Deployed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.util.AnnotationLiteral;
import jakarta.inject.Qualifier;
import jakarta.inject.Singleton;
import java.io.Serial;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Where entries are kept: in the backend that is named, else in memory. */
@Timeout(60)
class BackendsTest {
    @RegisterExtension
    static final Deployed app =
            Deployed.with(Shelf.class, ShelfOfArchive.class, NamedBackend.class, ArchiveBackend.class, Maker.class);

    private final Shelf shelf = app.get(Shelf.class);
    private final MapBackend named = app.get(MapBackend.class, Backend.Literal.of("named"));
    private final MapBackend archive = app.get(MapBackend.class, Archive.Literal.INSTANCE);
    private final MapBackend made = app.get(MapBackend.class, Backend.Literal.of("made"));
    private final String key = app.key();
    private final long before = all();

    /** A qualifier of the application. */
    @Qualifier
    @Target({ElementType.TYPE, ElementType.METHOD, ElementType.FIELD, ElementType.PARAMETER})
    @Retention(RetentionPolicy.RUNTIME)
    public @interface Archive {

        /** The qualifier as an object. */
        final class Literal extends AnnotationLiteral<Archive> implements Archive {
            @Serial
            private static final long serialVersionUID = 1L;

            static final Literal INSTANCE = new Literal();
        }
    }

    /** A backend with a name. */
    @Backend("named")
    @ApplicationScoped
    public static class NamedBackend extends MapBackend {}

    /** A backend with a qualifier of the application. */
    @Archive
    @Singleton
    public static class ArchiveBackend extends MapBackend {}

    /** Makes a backend. */
    @ApplicationScoped
    public static class Maker {
        @Produces
        @Singleton
        @Backend("made")
        public MapBackend made() {
            return new MapBackend();
        }
    }

    /** A bean. */
    @ApplicationScoped
    public static class Shelf {
        private final Body body = new Body();

        @Memoized
        public String inMemory(String key) {
            return body.compute(key);
        }

        @Memoized(backend = "named", refreshAfter = "1m", expireAfter = "1h")
        public String byMember(String key) {
            return body.compute(key);
        }

        @Memoized
        @Backend("named")
        public String byQualifier(String key) {
            return body.compute(key);
        }

        @Memoized
        @Archive
        public String byOwnQualifier(String key) {
            return body.compute(key);
        }

        @Memoized(name = "with-schema", backend = "named", schema = "7")
        public String withSchema(String key) {
            return body.compute(key);
        }

        @Memoized(backend = "made")
        public String byProducer(String key) {
            return body.compute(key);
        }
    }

    /** A bean that has a qualifier itself. */
    @Archive
    @Memoized
    @ApplicationScoped
    public static class ShelfOfArchive {
        public String title(String key) {
            return "title of " + key;
        }
    }

    @Test
    void method_without_backend_is_kept_in_memory() {
        shelf.inMemory(key);
        shelf.inMemory(key);
        assertThat(app.outcomes()).containsExactly(COMPUTED, FRESH);
        assertThat(all()).isEqualTo(before);
    }

    @Test
    void member_names_the_backend() {
        assertKeptIn(named, () -> shelf.byMember(key));
    }

    @Test
    void qualifier_names_the_backend() {
        assertKeptIn(named, () -> shelf.byQualifier(key));
    }

    @Test
    void qualifier_of_the_application_selects_the_backend() {
        assertKeptIn(archive, () -> shelf.byOwnQualifier(key));
    }

    @Test
    void backend_may_come_from_a_producer() {
        assertKeptIn(made, () -> shelf.byProducer(key));
    }

    @Test
    void schema_is_told_to_the_backend() {
        shelf.withSchema(key);
        assertThat(named.opened()).contains("with-schema/7");
    }

    @Test
    void qualifier_on_a_class_belongs_to_the_bean() {
        app.get(ShelfOfArchive.class, Archive.Literal.INSTANCE).title(key);
        assertThat(app.outcomes()).containsExactly(COMPUTED);
        assertThat(all()).isEqualTo(before);
    }

    @Test
    void value_in_a_named_backend_becomes_stale_and_is_renewed() {
        shelf.byMember(key);
        app.advance(Duration.ofMinutes(2));
        shelf.byMember(key);
        app.refresh();
        assertThat(shelf.byMember(key)).isEqualTo(key + "#2");
        assertThat(app.outcomes()).containsExactly(COMPUTED, STALE, FRESH);
    }

    @Test
    void value_that_a_backend_keeps_too_long_is_gone_all_the_same() {
        shelf.byMember(key);
        app.advance(Duration.ofHours(2));
        assertThat(shelf.byMember(key)).isEqualTo(key + "#2");
        assertThat(app.outcomes()).containsExactly(COMPUTED, COMPUTED);
    }

    private void assertKeptIn(MapBackend backend, Runnable call) {
        long entries = backend.entries();
        call.run();
        call.run();
        assertThat(app.outcomes()).containsExactly(COMPUTED, FRESH);
        assertThat(backend.entries()).isEqualTo(entries + 1);
        assertThat(all()).isEqualTo(before + 1);
    }

    private long all() {
        return named.entries() + archive.entries() + made.entries();
    }
}
