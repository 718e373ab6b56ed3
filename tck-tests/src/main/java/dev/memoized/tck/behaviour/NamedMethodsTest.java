package dev.memoized.tck.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.memoized.MemoizedMethods;
import dev.memoized.NotMemoized;
import dev.memoized.tck.Body;
import dev.memoized.tck.Deployment;
import dev.memoized.tck.Seams;
import dev.memoized.tck.TestContainer;
import dev.memoized.testing.HandExecutor;
import dev.memoized.testing.ManualClock;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Methods of beans that nobody may touch are memoized by configuration alone. */
@Timeout(60)
class NamedMethodsTest {
    private static final String KEY = "4111-1111-1111-1111-nm";
    private static final String LOAD = "load(java.lang.String)";

    private final Set<String> set = new HashSet<>();

    /** What several beans have. */
    public abstract static class Base {
        final Body body = new Body();

        public String inherited(String key) {
            return body.compute(key);
        }
    }

    /** A bean that knows nothing of the library. */
    @ApplicationScoped
    public static class Legacy extends Base {
        public String load(String key) {
            return body.compute(key);
        }

        public String unnamed(String key) {
            return body.compute(key);
        }

        public void store(String key) {
            body.compute(key);
        }

        @NotMemoized
        public String never(String key) {
            return body.compute(key);
        }
    }

    /** Another one, with more types. */
    @ApplicationScoped
    public static class Typed extends Base {
        public String load(String key) {
            return body.compute(key);
        }

        public String load(String key, int[][] cells, Map<String, List<String>> more) {
            return body.compute(key);
        }

        public <T extends CharSequence> String generic(T key) {
            return body.compute(key);
        }
    }

    /** Has no methods of its own. */
    @ApplicationScoped
    public static class Heir extends Base {}

    /** The same. */
    @ApplicationScoped
    public static class Other extends Base {}

    private void set(String method, String property, String value) {
        String key = "memoized.method.\"" + method + "\"." + property;
        System.setProperty(key, value);
        set.add(key);
    }

    private void setLegacy(String signature, String property, String value) {
        set(Legacy.class.getName() + "#" + signature, property, value);
    }

    @AfterEach
    void forget() {
        set.forEach(System::clearProperty);
    }

    private static TestContainer.Running start(Class<?> beanClass) {
        return TestContainer.find().start(Deployment.of(beanClass, Other.class, Seams.class));
    }

    @Test
    void named_method_is_memoized_and_the_others_are_not() {
        setLegacy(LOAD, "expire-after", "1h");
        try (TestContainer.Running app = start(Legacy.class)) {
            Legacy legacy = app.get(Legacy.class);
            String first = legacy.load(KEY);
            app.get(ManualClock.class).advance(Duration.ofHours(1));
            assertThat(legacy.load(KEY)).isEqualTo(first);
            assertThat(legacy.unnamed(KEY)).isNotEqualTo(legacy.unnamed(KEY));
            app.get(ManualClock.class).advance(Duration.ofNanos(1));
            assertThat(legacy.load(KEY)).isNotEqualTo(first);
        }
    }

    @Test
    void handles_and_descriptions_know_it() {
        setLegacy(LOAD, "expire-after", "1h");
        try (TestContainer.Running app = start(Legacy.class)) {
            Legacy legacy = app.get(Legacy.class);
            MemoizedMethods memoized = app.get(MemoizedMethods.class);
            assertThat(memoized.methods()).singleElement().satisfies(method -> {
                assertThat(method.name()).isEqualTo(Legacy.class.getName() + "." + LOAD);
                assertThat(method.expireAfter()).isEqualTo(Duration.ofHours(1));
            });
            String first = legacy.load(KEY);
            assertThat(memoized.entry(() -> legacy.load(KEY))
                            .lookup()
                            .orElseThrow()
                            .value())
                    .isEqualTo(first);
        }
    }

    @Test
    void stale_value_is_renewed_behind() {
        setLegacy(LOAD, "refresh-after", "1m");
        try (TestContainer.Running app = start(Legacy.class)) {
            Legacy legacy = app.get(Legacy.class);
            String first = legacy.load(KEY);
            app.get(ManualClock.class).advance(Duration.ofMinutes(2));
            assertThat(legacy.load(KEY)).isEqualTo(first);
            app.get(HandExecutor.class).runAllOnNewThreads();
            assertThat(legacy.load(KEY)).isNotEqualTo(first);
        }
    }

    @Test
    void types_are_told_apart() {
        String typed = Typed.class.getName() + "#";
        set(typed + "load(java.lang.String,int[][],java.util.Map)", "key-generator", FirstArgument.class.getName());
        set(typed + "generic(java.lang.CharSequence)", "expire-after", "1h");
        try (TestContainer.Running app = start(Typed.class)) {
            Typed bean = app.get(Typed.class);
            String first = bean.load(KEY, new int[0][0], Map.of());
            assertThat(bean.load(KEY, new int[0][0], Map.of())).isEqualTo(first);
            assertThat(bean.load(KEY)).isNotEqualTo(bean.load(KEY));
            assertThat(bean.generic(KEY)).isEqualTo(bean.generic(KEY));
        }
    }

    /** What stands for the arguments. */
    public static final class FirstArgument implements dev.memoized.KeyGenerator {
        @Override
        public Object key(dev.memoized.MemoizedCall call) {
            return String.valueOf(call.arguments().get(0));
        }
    }

    @Test
    void inherited_method_is_memoized_of_the_named_bean_only() {
        set(Heir.class.getName() + "#inherited(java.lang.String)", "expire-after", "1h");
        try (TestContainer.Running app = start(Heir.class)) {
            Heir heir = app.get(Heir.class);
            Other other = app.get(Other.class);
            assertThat(heir.inherited(KEY)).isEqualTo(heir.inherited(KEY));
            assertThat(other.inherited(KEY)).isNotEqualTo(other.inherited(KEY));
        }
    }

    @Test
    void method_that_a_bean_does_not_have_is_refused_with_the_nearest() {
        setLegacy("laod(java.lang.String)", "expire-after", "1h");
        assertThat(Refused.deploying(Legacy.class, Seams.class).problems())
                .singleElement()
                .asString()
                .startsWith("MEMO0163 configuration: ")
                .contains("the nearest is \"" + Legacy.class.getName() + "#" + LOAD + "\"");
    }

    @Test
    void wrong_form_is_refused_as_with_the_annotation() {
        setLegacy("store(java.lang.String)", "expire-after", "1h");
        setLegacy("never(java.lang.String)", "expire-after", "1h");
        setLegacy(LOAD, "refresh-after", "9h");
        Refused refused = Refused.deploying(Legacy.class, Seams.class);
        assertThat(refused.idsOf(Legacy.class)).containsExactlyInAnyOrder("MEMO0101", "MEMO0107", "MEMO0112");
    }

    @Test
    void class_that_is_not_here_is_another_applications() {
        set("com.acme.Elsewhere#" + LOAD, "expire-after", "1h");
        try (TestContainer.Running app = start(Legacy.class)) {
            assertThat(app.get(MemoizedMethods.class).methods()).isEmpty();
        }
    }
}
