package dev.memoized.tck.behaviour;

import static dev.memoized.Outcome.COMPUTED;
import static dev.memoized.Outcome.FRESH;
import static org.assertj.core.api.Assertions.assertThat;

import dev.memoized.Memoized;
import dev.memoized.tck.Deployed;
import jakarta.enterprise.context.ApplicationScoped;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The setting that isolates all methods. */
@Timeout(60)
class IsolatedByDefaultTest {
    private static final String SETTING = "memoized.default.isolated";

    static {
        System.setProperty(SETTING, "true");
    }

    @RegisterExtension
    static final Deployed app = Deployed.with(Shelf.class, Covered.class);

    private final String key = app.key();

    /** A bean with a memoized method. */
    @ApplicationScoped
    public static class Shelf {
        @Memoized
        public Thread thread(String key) {
            return Thread.currentThread();
        }
    }

    /** A bean that is memoized as a whole. */
    @ApplicationScoped
    @Memoized
    public static class Covered {
        public Thread thread(String key) {
            return Thread.currentThread();
        }
    }

    @AfterAll
    static void forget() {
        System.clearProperty(SETTING);
    }

    @Test
    void method_is_isolated() {
        Thread thread = app.get(Shelf.class).thread(key);
        assertThat(thread).isNotSameAs(Thread.currentThread());
        assertThat(app.get(Shelf.class).thread(key)).isSameAs(thread);
        assertThat(app.outcomes()).containsExactly(COMPUTED, FRESH);
    }

    @Test
    void method_of_a_covered_class_is_isolated() {
        assertThat(app.get(Covered.class).thread(key)).isNotSameAs(Thread.currentThread());
    }

    @Test
    void unreadable_setting_is_refused() {
        System.setProperty(SETTING, "yes");
        try {
            Refused refused = Refused.deploying(Shelf.class);
            assertThat(refused.problems())
                    .as(refused.text())
                    .singleElement()
                    .asString()
                    .startsWith("MEMO0205")
                    .contains("\"yes\"", SETTING);
        } finally {
            System.setProperty(SETTING, "true");
        }
    }
}
