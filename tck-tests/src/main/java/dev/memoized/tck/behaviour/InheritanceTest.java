package dev.memoized.tck.behaviour;

import static dev.memoized.Outcome.COMPUTED;
import static dev.memoized.Outcome.FRESH;
import static dev.memoized.Outcome.STALE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.memoized.Memoized;
import dev.memoized.tck.Body;
import dev.memoized.tck.Deployed;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Methods that a bean class inherits or overrides. */
@Timeout(60)
class InheritanceTest {
    @RegisterExtension
    static final Deployed app = Deployed.with(Heir.class, OtherHeir.class, Impl.class);

    private final String key = app.key();

    /** A class whose heirs are covered. */
    @Memoized(refreshAfter = "1m", expireAfter = "1h")
    public abstract static class Base {
        final Body body = new Body();

        public String covered(String key) {
            return body.compute(key);
        }
    }

    /** An heir. */
    @ApplicationScoped
    public static class Heir extends Base {
        public String own(String key) {
            return body.compute(key);
        }
    }

    /** Another heir. */
    @ApplicationScoped
    public static class OtherHeir extends Base {}

    /**
     * A generic class with memoized methods.
     *
     * @param <K> of the argument
     * @param <R> of the result
     */
    public abstract static class Generic<K, R> {
        final Body body = new Body();

        @Memoized
        public abstract R over(K key);

        @Memoized
        public String plainlyOver(K key) {
            return body.compute(key);
        }

        @Memoized
        public String inherited(K key) {
            return body.compute(key);
        }
    }

    /** A bean that fills the type parameters. */
    @ApplicationScoped
    public static class Impl extends Generic<String, String> {
        @Override
        @Memoized
        public String over(String key) {
            return body.compute(key);
        }

        @Override
        public String plainlyOver(String key) {
            return body.compute(key);
        }
    }

    @Test
    void annotation_of_a_class_is_inherited() {
        Heir heir = app.get(Heir.class);
        heir.covered(key);
        heir.covered(key);
        assertThat(app.outcomes()).containsExactly(COMPUTED, FRESH);
    }

    @Test
    void inherited_annotation_covers_new_methods_too() {
        Heir heir = app.get(Heir.class);
        heir.own(key);
        app.advance(Duration.ofMinutes(2));
        heir.own(key);
        assertThat(app.outcomes()).containsExactly(COMPUTED, STALE);
    }

    @Test
    void heirs_do_not_share_entries() {
        app.get(Heir.class).covered(key);
        app.get(OtherHeir.class).covered(key);
        assertThat(app.outcomes()).containsExactly(COMPUTED, COMPUTED);
        assertThat(app.listener().calls().get(1).name())
                .isEqualTo(OtherHeir.class.getName() + ".covered(java.lang.String)");
    }

    @Test
    void inherited_method_is_memoized() {
        Impl bean = app.get(Impl.class);
        bean.inherited(key);
        bean.inherited(key);
        assertThat(app.outcomes()).containsExactly(COMPUTED, FRESH);
    }

    @Test
    void call_through_the_base_type_shares_the_entry() {
        Impl bean = app.get(Impl.class);
        Generic<String, String> base = bean;
        assertThat(bean.over(key)).isEqualTo(key + "#1");
        assertThat(base.over(key)).isEqualTo(key + "#1");
        assertThat(app.outcomes()).containsExactly(COMPUTED, FRESH);
    }

    @Test
    void call_through_the_base_type_may_come_first() {
        Impl bean = app.get(Impl.class);
        Generic<String, String> base = bean;
        assertThat(base.over(key)).isEqualTo(key + "#1");
        assertThat(bean.over(key)).isEqualTo(key + "#1");
        assertThat(app.outcomes()).containsExactly(COMPUTED, FRESH);
    }

    @Test
    void inherited_method_called_through_the_base_type_shares_the_entry() {
        Impl bean = app.get(Impl.class);
        Generic<String, String> base = bean;
        bean.inherited(key);
        base.inherited(key);
        assertThat(app.outcomes()).containsExactly(COMPUTED, FRESH);
    }

    @Test
    void override_without_annotation_is_not_memoized() {
        Impl bean = app.get(Impl.class);
        assertThat(bean.plainlyOver(key)).isEqualTo(key + "#1");
        assertThat(bean.plainlyOver(key)).isEqualTo(key + "#2");
        assertThat(app.outcomes()).isEmpty();
    }

    @Test
    void override_without_annotation_is_not_memoized_through_the_base_type_either() {
        Generic<String, String> base = app.get(Impl.class);
        assertThat(base.plainlyOver(key)).isEqualTo(key + "#1");
        assertThat(base.plainlyOver(key)).isEqualTo(key + "#2");
        assertThat(app.outcomes()).isEmpty();
    }
}
