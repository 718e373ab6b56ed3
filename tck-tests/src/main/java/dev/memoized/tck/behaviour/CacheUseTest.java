package dev.memoized.tck.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.memoized.CacheUse;
import dev.memoized.Memoized;
import dev.memoized.MemoizedMethods;
import dev.memoized.Outcome;
import dev.memoized.tck.Body;
import dev.memoized.tck.Deployed;
import jakarta.enterprise.context.ApplicationScoped;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A program, a request or a setting decides that the cache takes no part, or is to be filled anew. */
@Timeout(60)
class CacheUseTest {
    private static final String SETTING = "memoized.method.\"switched.off\".enabled";

    static {
        System.setProperty(SETTING, "false");
    }

    @RegisterExtension
    static final Deployed app = Deployed.with(Shelf.class);

    private final Shelf shelf = app.get(Shelf.class);
    private final MemoizedMethods memoized = app.get(MemoizedMethods.class);
    private final String key = app.key();

    /** A bean. */
    @ApplicationScoped
    public static class Shelf {
        private final Body body = new Body();

        @Memoized
        public String title(String key) {
            return body.compute(key);
        }

        @Memoized(name = "switched.off")
        public String always(String key) {
            return body.compute(key);
        }
    }

    @AfterAll
    static void forget() {
        System.clearProperty(SETTING);
    }

    @Test
    void bypassing_reads_and_stores_nothing() throws Exception {
        shelf.title(key);
        assertThat(memoized.bypassing(() -> shelf.title(key))).isEqualTo(key + "#2");
        assertThat(shelf.title(key)).isEqualTo(key + "#1");
        assertThat(app.outcomes()).containsExactly(Outcome.COMPUTED, Outcome.BYPASSED, Outcome.FRESH);
    }

    @Test
    void renewing_stores_what_it_computes() throws Exception {
        shelf.title(key);
        assertThat(memoized.renewing(() -> shelf.title(key) + shelf.title(key))).isEqualTo(key + "#2" + key + "#2");
        assertThat(shelf.title(key)).isEqualTo(key + "#2");
    }

    @Test
    void decision_of_a_request_ends_with_it() {
        shelf.title(key);
        String inside = app.inRequest(() -> {
            memoized.useInRequest(CacheUse.BYPASS);
            return shelf.title(key);
        });
        assertThat(inside).isEqualTo(key + "#2");
        assertThat(app.inRequest(() -> shelf.title(key))).isEqualTo(key + "#1");
        String renewed = app.inRequest(() -> {
            memoized.useInRequest(CacheUse.RENEW);
            return shelf.title(key) + shelf.title(key);
        });
        assertThat(renewed).isEqualTo(key + "#3" + key + "#3");
        assertThat(shelf.title(key)).isEqualTo(key + "#3");
    }

    @Test
    void method_that_is_switched_off_computes_at_each_call() {
        assertThat(shelf.always(key) + shelf.always(key)).isEqualTo(key + "#1" + key + "#2");
        assertThat(app.outcomes()).containsExactly(Outcome.BYPASSED, Outcome.BYPASSED);
    }
}
