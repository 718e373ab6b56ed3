package dev.memoized.tck.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.memoized.Cache;
import dev.memoized.Memoized;
import dev.memoized.MemoizedMethods;
import dev.memoized.MethodDescription;
import dev.memoized.tck.Deployed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Qualifier;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** An application knows all its memoized methods, before one of them is called. */
@Timeout(60)
class MethodsTest {
    private static final String SETTING = "memoized.method.\"methods.off\".enabled";

    static {
        System.setProperty(SETTING, "false");
    }

    @RegisterExtension
    static final Deployed app = Deployed.with(Shelf.class, Above.class, Desk.class, Plain.class);

    private final MemoizedMethods memoized = app.get(MemoizedMethods.class);

    /** Gives a method to the shelf. */
    public abstract static class Above {
        @Memoized(name = "methods.above", expireAfter = "forever")
        public String above(String key) {
            return key;
        }
    }

    /** A bean, and one that makes another. */
    @Marked
    @ApplicationScoped
    public static class Shelf extends Above {
        @Memoized(name = "methods.shelf", refreshAfter = "90s", expireAfter = "1h", schema = "2")
        public String title(String key) {
            return key;
        }

        @Memoized(name = "methods.shared")
        public String shared(String key) {
            return key;
        }

        @Produces
        Plain.Made made() {
            return new Plain.Made();
        }
    }

    /** A bean that has an instance for each who injects it. */
    @Dependent
    public static class Desk {
        @Memoized(name = "methods.shared")
        public String shared(String key) {
            return key;
        }

        @Memoized(name = "methods.instance", backend = "instance")
        public String own(String key) {
            return key;
        }

        @Memoized(name = "methods.off")
        public String off(String key) {
            return key;
        }
    }

    /** Without memoized methods. */
    @ApplicationScoped
    public static class Plain {
        public String title(String key) {
            return key;
        }

        /** Made by a producer. */
        public static class Made {}
    }

    /** A qualifier. */
    @Qualifier
    @Retention(RetentionPolicy.RUNTIME)
    @interface Marked {}

    @AfterAll
    static void forget() {
        System.clearProperty(SETTING);
    }

    private List<MethodDescription> of(String name) {
        return memoized.methods().stream()
                .filter(each -> each.name().equals(name))
                .toList();
    }

    @Test
    void methods_are_known_by_name_before_they_are_called() {
        assertThat(memoized.methods())
                .extracting(MethodDescription::name)
                .containsExactly(
                        "methods.above",
                        "methods.instance",
                        "methods.off",
                        "methods.shared",
                        "methods.shared",
                        "methods.shelf");
    }

    @Test
    void method_is_described_as_it_runs() throws Exception {
        assertThat(of("methods.shelf"))
                .containsExactly(new MethodDescription(
                        "methods.shelf",
                        "2",
                        Shelf.class,
                        Shelf.class.getMethod("title", String.class),
                        "default",
                        Duration.ofSeconds(90),
                        Duration.ofHours(1),
                        true));
    }

    @Test
    void inherited_method_is_one_of_the_bean() throws Exception {
        MethodDescription above = of("methods.above").get(0);
        assertThat(above.beanClass()).isEqualTo(Shelf.class);
        assertThat(above.method()).isEqualTo(Above.class.getMethod("above", String.class));
        assertThat(above.refreshAfter()).isNull();
        assertThat(above.expireAfter()).isEqualTo(Cache.FOREVER);
    }

    @Test
    void methods_that_share_a_name_are_told_each() {
        assertThat(of("methods.shared"))
                .extracting(MethodDescription::beanClass)
                .containsExactlyInAnyOrder(Desk.class, Shelf.class);
    }

    @Test
    void methods_without_a_backend_and_those_switched_off_say_so() {
        assertThat(of("methods.instance").get(0).backend()).isEqualTo("instance");
        assertThat(of("methods.off").get(0).enabled()).isFalse();
        assertThat(of("methods.shared").get(0).enabled()).isTrue();
    }
}
