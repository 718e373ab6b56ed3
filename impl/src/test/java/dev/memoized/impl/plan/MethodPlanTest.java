package dev.memoized.impl.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.memoized.Backend;
import dev.memoized.CacheIf;
import dev.memoized.KeyGenerator;
import dev.memoized.Memoized;
import dev.memoized.MemoizedCall;
import dev.memoized.VersionSource;
import dev.memoized.impl.key.KeyMaker;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a plan says of its method. */
class MethodPlanTest {

    /** Tells what it is shown. */
    public static final class Shown implements KeyGenerator {
        @Override
        public Object key(MemoizedCall call) {
            return List.of(
                    call.name(), call.beanClass().getSimpleName(), call.method().getName(), call.arguments());
        }
    }

    /** Tells what it is shown. */
    public static final class ShownVersion implements VersionSource {
        @Override
        public Object version(MemoizedCall call) {
            return call.arguments();
        }
    }

    /** Remembers what is not its first argument. */
    public static final class Changed implements CacheIf {
        @Override
        public boolean test(MemoizedCall call, Object result) {
            return !call.arguments().get(0).equals(result);
        }
    }

    /** Cannot be made. */
    public abstract static class Unusable implements KeyGenerator {}

    @SuppressWarnings("unused")
    static class Books {
        @Memoized
        String plain(String a, int b) {
            return "";
        }

        @Memoized(name = "titles", schema = "2", backend = "redis")
        String told(String a) {
            return "";
        }

        @Memoized(name = "shown", keyGenerator = Shown.class, versionedBy = ShownVersion.class, cacheIf = Changed.class)
        String shown(String a) {
            return "";
        }

        @Memoized(keyGenerator = Unusable.class)
        String unusable() {
            return "";
        }
    }

    @Test
    void nothingIsDeclared_argumentsAreTheKeyAndAllIsRemembered() {
        MethodPlan plan = plan("plain");
        assertThat(plan.name()).isEqualTo(Books.class.getName() + ".plain(java.lang.String,int)");
        assertThat(plan.schema()).isEmpty();
        assertThat(plan.backend().qualifier()).isNull();
        assertThat(plan.hasGenerator()).isFalse();
        assertThat(plan.isVersioned()).isFalse();
        assertThat(plan.keyOf(new Object[] {"a", 1}, plan.context().nothing()))
                .isEqualTo(plan.keyOf(new Object[] {"a", 1}, plan.context().nothing()))
                .isNotEqualTo(plan.keyOf(new Object[] {"a", 2}, plan.context().nothing()));
        assertThat(plan.remembers(Arrays.asList("a", 1), plan.context().nothing(), null))
                .isTrue();
    }

    @Test
    void membersAreDeclared_planSaysThem() {
        MethodPlan plan = plan("told");
        assertThat(plan.name()).isEqualTo("titles");
        assertThat(plan.schema()).isEqualTo("2");
        assertThat(plan.backend().qualifier()).isEqualTo(Backend.Literal.of("redis"));
        assertThat(plan.method().getName()).isEqualTo("told");
        assertThat(plan).hasToString(Books.class.getName() + "#told(String)");
    }

    @Test
    void codeOfTheApplicationIsDeclared_itSeesTheCall() {
        MethodPlan plan = plan("shown");
        Object[] arguments = {"a"};
        assertThat(plan.hasGenerator()).isTrue();
        assertThat(plan.keyOf(arguments, plan.context().nothing()))
                .isEqualTo(KeyMaker.ofGenerated(List.of("shown", "Books", "shown", List.of("a"))));
        assertThat(plan.isVersioned()).isTrue();
        assertThat(plan.version(arguments, plan.context().nothing())).isEqualTo(List.of("a"));
        assertThat(plan.remembers(List.of("a"), plan.context().nothing(), "b")).isTrue();
        assertThat(plan.remembers(List.of("a"), plan.context().nothing(), "a")).isFalse();
    }

    @Test
    void itsCodeCannotBeMade_isTold() {
        assertThatThrownBy(() -> plan("unusable"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("MEMO0204 ")
                .hasMessageContaining("Books#unusable()");
    }

    private static MethodPlan plan(String method) {
        return Declarations.plan(Books.class, method);
    }
}
