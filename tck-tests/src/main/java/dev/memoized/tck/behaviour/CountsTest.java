package dev.memoized.tck.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.memoized.CallCounts;
import dev.memoized.Memoized;
import dev.memoized.MemoizedMethods;
import dev.memoized.Outcome;
import dev.memoized.RefreshEvent;
import dev.memoized.tck.Body;
import dev.memoized.tck.Deployed;
import dev.memoized.testing.Callers;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** How calls ended, by namespace. */
@Timeout(60)
class CountsTest {
    @RegisterExtension
    static final Deployed app = Deployed.with(Shelf.class, Other.class);

    private final Shelf shelf = app.get(Shelf.class);
    private final Other other = app.get(Other.class);
    private final MemoizedMethods memoized = app.get(MemoizedMethods.class);
    private final String key = app.key();

    /** A bean. */
    @ApplicationScoped
    public static class Shelf {
        private final Body body = new Body();

        @Memoized(name = "counts-aging", refreshAfter = "1m", expireAfter = "1h")
        public String aging(String key) {
            return body.compute(key);
        }

        @Memoized(name = "counts-failing")
        public String failing(String key) {
            throw new IllegalStateException(body.compute(key));
        }

        @Memoized(name = "counts-shared")
        public String shared(String key) {
            return body.compute(key);
        }

        @Memoized(name = "counts-crowd")
        public String crowd(String key) {
            return body.compute(key);
        }
    }

    /** Another bean. */
    @ApplicationScoped
    public static class Other {
        @Memoized(name = "counts-shared")
        public String shared(String key) {
            return key;
        }
    }

    @Test
    void calls_and_renewals_of_a_method_are_counted() {
        shelf.aging(key);
        shelf.aging(key);
        app.advance(Duration.ofMinutes(2));
        shelf.aging(key);
        app.refresh();
        CallCounts counts = memoized.counts("counts-aging");
        assertThat(counts.count(Outcome.COMPUTED)).isOne();
        assertThat(counts.count(Outcome.FRESH)).isOne();
        assertThat(counts.count(Outcome.STALE)).isOne();
        assertThat(counts.calls()).isEqualTo(3);
        assertThat(counts.count(RefreshEvent.STARTED)).isOne();
        assertThat(counts.count(RefreshEvent.SUCCEEDED)).isOne();
        assertThat(counts.hitRatio()).isEqualTo(2.0 / 3);
    }

    @Test
    void failures_are_counted() {
        assertThatThrownBy(() -> shelf.failing(key)).isInstanceOf(IllegalStateException.class);
        assertThat(memoized.counts("counts-failing").outcomes()).containsEntry(Outcome.FAILED, 1L);
        assertThat(memoized.counts("counts-failing").calls()).isOne();
    }

    @Test
    void methods_of_one_name_are_counted_together() {
        CallCounts before = memoized.counts("counts-shared");
        shelf.shared(key);
        other.shared(key);
        CallCounts after = memoized.counts("counts-shared");
        assertThat(after.count(Outcome.COMPUTED)).isEqualTo(before.count(Outcome.COMPUTED) + 1);
        assertThat(after.count(Outcome.FRESH)).isEqualTo(before.count(Outcome.FRESH) + 1);
    }

    @Test
    void unknown_name_has_zeros_and_stays_unknown() {
        CallCounts counts = memoized.counts("counts-unknown");
        assertThat(counts.name()).isEqualTo("counts-unknown");
        assertThat(counts.outcomes()).containsOnlyKeys(Outcome.values());
        assertThat(counts.refreshes()).containsOnlyKeys(RefreshEvent.values());
        assertThat(counts.calls()).isZero();
        assertThat(memoized.counts()).extracting(CallCounts::name).doesNotContain("counts-unknown");
    }

    @Test
    void all_namespaces_come_in_the_order_of_their_names() {
        shelf.shared(key);
        other.shared(key);
        assertThat(memoized.counts())
                .extracting(CallCounts::name)
                .containsExactly("counts-aging", "counts-crowd", "counts-failing", "counts-shared");
    }

    @Test
    void calls_of_many_threads_add_up() {
        int threads = 8;
        int calls = 250;
        CallCounts before = memoized.counts("counts-crowd");
        try (Callers<Integer> crowd = Callers.start(threads, number -> {
            for (int i = 0; i < calls; i++) {
                shelf.crowd(key + i % 10);
            }
            return calls;
        })) {
            assertThat(crowd.values()).isEqualTo(Collections.nCopies(threads, calls));
        }
        CallCounts after = memoized.counts("counts-crowd");
        assertThat(after.calls() - before.calls()).isEqualTo((long) threads * calls);
        List<Outcome> heard = app.listener().outcomes("counts-crowd");
        for (Outcome outcome : Outcome.values()) {
            assertThat(after.count(outcome) - before.count(outcome)).isEqualTo(Collections.frequency(heard, outcome));
        }
    }
}
