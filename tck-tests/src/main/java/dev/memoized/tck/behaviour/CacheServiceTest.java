package dev.memoized.tck.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.memoized.Backend;
import dev.memoized.Cache;
import dev.memoized.CacheService;
import dev.memoized.MemoizedMethods;
import dev.memoized.NoSuchBackendException;
import dev.memoized.Outcome;
import dev.memoized.tck.Body;
import dev.memoized.tck.Deployed;
import dev.memoized.tck.behaviour.BackendsTest.Archive;
import dev.memoized.tck.behaviour.BackendsTest.ArchiveBackend;
import dev.memoized.tck.behaviour.BackendsTest.NamedBackend;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The cache by program, injected. */
@Timeout(60)
class CacheServiceTest {
    @RegisterExtension
    static final Deployed app = Deployed.with(Clerk.class, Visit.class, NamedBackend.class, ArchiveBackend.class);

    private final Clerk clerk = app.get(Clerk.class);
    private final String key = app.key();

    /** Belongs to one request. */
    @RequestScoped
    public static class Visit {
        private String visitor = "nobody";

        public String visitor() {
            return visitor;
        }

        public void by(String name) {
            visitor = name;
        }
    }

    /** A bean that uses the service. */
    @ApplicationScoped
    public static class Clerk {
        private final Body body = new Body();

        @Inject
        CacheService cache;

        @Inject
        @Backend("named")
        CacheService named;

        @Inject
        @Archive
        CacheService archive;

        @Inject
        Visit visit;

        @Inject
        MemoizedMethods memoized;

        public Cache<Object> cache() {
            return cache;
        }

        public Cache<Object> named() {
            return named;
        }

        public Cache<Object> archive() {
            return archive;
        }

        public @Nullable Object visitor(String key) throws Exception {
            return cache.refreshAfter(Duration.ofMinutes(1)).getOrCompute(key, visit::visitor);
        }

        public @Nullable Object visitorOf(String key, String name) throws Exception {
            visit.by(name);
            return visitor(key);
        }

        public @Nullable Object compute(String key) throws Exception {
            return cache.getOrCompute(key, () -> body.compute(key));
        }

        public int computed(String key) {
            return body.count(key);
        }

        public long calls() {
            return memoized.counts("cache").calls();
        }
    }

    @Test
    void service_storesAndFinds() {
        assertThat(clerk.cache().set(key, "value")).isTrue();
        assertThat(clerk.cache().get(key)).isEqualTo("value");
        assertThat(app.get(CacheService.class).get(key)).isEqualTo("value");
    }

    @Test
    void limits_areOfTheLibrarysTime() {
        clerk.cache().set(key, "value", Duration.ofSeconds(10));
        app.advance(Duration.ofSeconds(10));
        assertThat(clerk.cache().hasKey(key)).isFalse();
    }

    @Test
    void backendsByQualifier_areApart() {
        clerk.cache().set(key, "default");
        clerk.named().set(key, "named");
        clerk.archive().set(key, "archive");
        assertThat(clerk.cache().get(key)).isEqualTo("default");
        assertThat(clerk.named().get(key)).isEqualTo("named");
        assertThat(clerk.archive().get(key)).isEqualTo("archive");
        assertThat(app.get(MapBackend.class, Backend.Literal.of("named")).opened())
                .contains("cache/");
    }

    @Test
    void backendsByName_areThoseByQualifier() {
        clerk.named().set(key, "named");
        assertThat(clerk.cache().backend("named").get(key)).isEqualTo("named");
        assertThat(clerk.named().backend("").get(key)).isNull();
        assertThatThrownBy(() -> clerk.cache().backend("nowhere"))
                .isInstanceOf(NoSuchBackendException.class)
                .hasMessageContaining("@Backend(\"nowhere\")")
                .hasMessageContaining("@Backend(\"named\")")
                .hasMessageContaining("@Archive");
    }

    @Test
    void getOrCompute_computesOnceAndIsCounted() throws Exception {
        long before = clerk.calls();
        assertThat(clerk.compute(key)).isEqualTo(clerk.compute(key));
        assertThat(clerk.computed(key)).isEqualTo(1);
        assertThat(clerk.calls()).isEqualTo(before + 2);
        assertThat(app.outcomes()).containsExactly(Outcome.COMPUTED, Outcome.FRESH);
    }

    @Test
    void renewal_runsInARequestOfItsOwn() {
        assertThat(app.<Object>inRequest(() -> clerk.visitorOf(key, "Ada"))).isEqualTo("Ada");
        app.advance(Duration.ofMinutes(2));
        assertThat(app.<Object>inRequest(() -> clerk.visitorOf(key, "Bob"))).isEqualTo("Ada");
        assertThat(app.refresh()).isEqualTo(1);
        assertThat(app.<Object>inRequest(() -> clerk.visitor(key))).isEqualTo("nobody");
    }

    @Test
    void async_endsWithoutWaiting() {
        assertThat(clerk.cache().async().set(key, "value")).isCompletedWithValue(true);
        assertThat(clerk.cache().async().getOrCompute(key, () -> CompletableFuture.completedFuture("other")))
                .isCompletedWithValue("value");
        assertThat(clerk.cache()
                        .async()
                        .getAll(List.of(key))
                        .toCompletableFuture()
                        .join())
                .containsEntry(key, "value");
    }
}
