package dev.memoized.tck.behaviour;

import static dev.memoized.Outcome.COMPUTED;
import static dev.memoized.Outcome.FRESH;
import static org.assertj.core.api.Assertions.assertThat;

import dev.memoized.CacheKey;
import dev.memoized.ContextValue;
import dev.memoized.Memoized;
import dev.memoized.MemoizedCall;
import dev.memoized.VersionSource;
import dev.memoized.tck.Body;
import dev.memoized.tck.Deployed;
import dev.memoized.tck.behaviour.VersionsTest.RowVersion;
import dev.memoized.tck.behaviour.VersionsTest.Rows;
import dev.memoized.testing.Callers;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a version source may be, and what it sees. */
@Timeout(60)
class VersionSourcesTest {
    @RegisterExtension
    static final Deployed app = Deployed.with(
            Rows.class,
            RowVersion.class,
            TenantVersion.class,
            UndeclaredVersion.class,
            Visitor.class,
            Tenant.class,
            Shelf.class,
            DependentShelf.class);

    private final Shelf shelf = app.get(Shelf.class);
    private final Rows rows = app.get(Rows.class);
    private final String key = app.key();

    /** A source that is no bean. */
    public static class PlainVersion implements VersionSource {
        @Override
        public @Nullable Object version(MemoizedCall call) {
            return call.arguments().get(1);
        }
    }

    /** A source that depends on the request. */
    @ApplicationScoped
    public static class TenantVersion implements VersionSource {
        @Inject
        Rows rows;

        @Override
        public Object version(MemoizedCall call) {
            return rows.version(call.context(Tenant.class));
        }
    }

    /** A source that asks for what the method does not declare. */
    @ApplicationScoped
    public static class UndeclaredVersion implements VersionSource {
        @Override
        public Object version(MemoizedCall call) {
            return call.context(Tenant.class);
        }
    }

    /** Who makes the request. */
    @RequestScoped
    public static class Visitor {
        private @Nullable String tenant;

        public @Nullable String tenant() {
            return tenant;
        }

        public void tenant(String newTenant) {
            tenant = newTenant;
        }
    }

    /** Of which tenant the request is. */
    @ApplicationScoped
    public static class Tenant implements ContextValue<String> {
        @Inject
        Visitor visitor;

        @Override
        public String name() {
            return "tenant";
        }

        @Override
        public @Nullable String capture() {
            return visitor.tenant();
        }

        @Override
        public void restore(String value) {
            visitor.tenant(value);
        }
    }

    /** A bean. */
    @ApplicationScoped
    public static class Shelf {
        private final Body body = new Body();

        @Memoized(versionedBy = PlainVersion.class)
        public String plain(@CacheKey String key, @Nullable Integer version) {
            return body.compute(key);
        }

        @Memoized(varyBy = Tenant.class, versionedBy = TenantVersion.class)
        public String ofTenant(String key) {
            return body.compute(key);
        }

        @Memoized(versionedBy = UndeclaredVersion.class)
        public String undeclared(String key) {
            return body.compute(key);
        }
    }

    /** A bean of its user. */
    @Dependent
    public static class DependentShelf {
        @Inject
        Rows rows;

        @Memoized(versionedBy = RowVersion.class)
        public int row(String key) {
            return System.identityHashCode(this);
        }
    }

    /** On a thread that is in no request. */
    private static <T> T inBatch(Callers.Work<T> work) {
        try (Callers<T> batch = Callers.start("batch", 1, work)) {
            return batch.values().get(0);
        }
    }

    @Test
    void class_that_is_no_bean_is_asked() {
        for (Integer version : Arrays.asList(1, 1, 2, null, null)) {
            inBatch(number -> shelf.plain(key, version));
        }
        assertThat(app.outcomes()).containsExactly(COMPUTED, FRESH, COMPUTED, COMPUTED, FRESH);
    }

    @Test
    void source_sees_the_context_that_the_method_varies_by() {
        String tenant = app.key();
        String other = app.key();
        ofTenant(tenant);
        ofTenant(other);
        rows.write(tenant);
        ofTenant(tenant);
        ofTenant(other);
        assertThat(app.outcomes()).containsExactly(COMPUTED, COMPUTED, COMPUTED, FRESH);
    }

    private void ofTenant(String tenant) {
        app.inRequest(() -> {
            app.get(Visitor.class).tenant(tenant);
            return shelf.ofTenant(key);
        });
    }

    @Test
    void source_that_asks_for_undeclared_context_fails_and_limits_alone_decide() {
        app.inRequest(() -> shelf.undeclared(key));
        app.inRequest(() -> shelf.undeclared(key));
        assertThat(app.outcomes()).containsExactly(COMPUTED, FRESH);
    }

    @Test
    void instances_of_a_dependent_bean_share_versions_and_entries() {
        int first = app.inRequest(() -> app.get(DependentShelf.class).row(key));
        app.inRequest(() -> {
            assertThat(app.get(DependentShelf.class).row(key)).isEqualTo(first);
            assertThat(app.get(DependentShelf.class).row(key)).isEqualTo(first);
            return "done";
        });
        assertThat(rows.asked(key)).isEqualTo(2);
        rows.write(key);
        app.inRequest(() -> app.get(DependentShelf.class).row(key));
        assertThat(app.outcomes()).containsExactly(COMPUTED, FRESH, FRESH, COMPUTED);
    }
}
