package dev.memoized.tck.behaviour;

import static dev.memoized.Outcome.COMPUTED;
import static dev.memoized.Outcome.FRESH;
import static dev.memoized.Outcome.STALE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.memoized.Memoized;
import dev.memoized.tck.Body;
import dev.memoized.tck.Deployed;
import dev.memoized.testing.ManualClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The two limits, to the nanosecond. */
@Timeout(60)
class FreshAndStaleTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration INSTANT = Duration.ofNanos(1);

    @RegisterExtension
    static final Deployed app = Deployed.with(Shelf.class);

    private final Shelf shelf = app.get(Shelf.class);
    private final String key = app.key();

    /** A bean. */
    @ApplicationScoped
    public static class Shelf {
        private final Body body = new Body();

        @Inject
        ManualClock clock;

        @Memoized(refreshAfter = "1m", expireAfter = "1h")
        public String title(String key) {
            return body.compute(key);
        }

        @Memoized
        public String untilDefault(String key) {
            return body.compute(key);
        }

        @Memoized(expireAfter = "forever")
        public String forever(String key) {
            return body.compute(key);
        }

        @Memoized(refreshAfter = "0s")
        public String always(String key) {
            return body.compute(key);
        }

        @Memoized(refreshAfter = "1m", expireAfter = "1h")
        public String slow(String key) {
            clock.advance(MINUTE);
            return body.compute(key);
        }
    }

    @Test
    void second_call_is_served_without_computing() {
        assertThat(shelf.title(key)).isEqualTo(key + "#1");
        assertThat(shelf.title(key)).isEqualTo(key + "#1");
        assertThat(app.outcomes()).containsExactly(COMPUTED, FRESH);
    }

    @Test
    void other_argument_is_computed_for_itself() {
        String other = app.key();
        shelf.title(key);
        assertThat(shelf.title(other)).isEqualTo(other + "#1");
        assertThat(app.outcomes()).containsExactly(COMPUTED, COMPUTED);
    }

    @Test
    void value_as_old_as_refreshAfter_is_fresh() {
        shelf.title(key);
        app.advance(MINUTE);
        shelf.title(key);
        assertThat(app.outcomes()).containsExactly(COMPUTED, FRESH);
        assertThat(app.executor().size()).isZero();
    }

    @Test
    void value_one_nanosecond_older_is_served_and_renewed_behind() {
        shelf.title(key);
        app.advance(MINUTE.plus(INSTANT));
        assertThat(shelf.title(key)).isEqualTo(key + "#1");
        assertThat(app.executor().size()).isOne();
        app.refresh();
        assertThat(shelf.title(key)).isEqualTo(key + "#2");
        assertThat(app.outcomes()).containsExactly(COMPUTED, STALE, FRESH);
    }

    @Test
    void stale_value_stays_as_long_as_nobody_renews_it() {
        shelf.title(key);
        app.advance(MINUTE.plus(INSTANT));
        assertThat(shelf.title(key)).isEqualTo(key + "#1");
        assertThat(shelf.title(key)).isEqualTo(key + "#1");
        assertThat(app.outcomes()).containsExactly(COMPUTED, STALE, STALE);
    }

    @Test
    void renewed_value_is_as_young_as_its_renewal() {
        shelf.title(key);
        app.advance(MINUTE.plus(INSTANT));
        shelf.title(key);
        app.advance(MINUTE);
        app.refresh();
        app.advance(MINUTE);
        shelf.title(key);
        assertThat(app.outcomes()).containsExactly(COMPUTED, STALE, FRESH);
        assertThat(app.listener().calls().get(2).ageNanos()).isEqualTo(MINUTE.toNanos());
    }

    @Test
    void value_as_old_as_expireAfter_is_served() {
        shelf.title(key);
        app.advance(HOUR);
        assertThat(shelf.title(key)).isEqualTo(key + "#1");
        assertThat(app.outcomes()).containsExactly(COMPUTED, STALE);
    }

    @Test
    void value_older_than_expireAfter_is_gone() {
        shelf.title(key);
        app.advance(HOUR.plus(INSTANT));
        assertThat(shelf.title(key)).isEqualTo(key + "#2");
        assertThat(app.outcomes()).containsExactly(COMPUTED, COMPUTED);
    }

    @Test
    void value_without_refreshAfter_never_becomes_stale() {
        shelf.untilDefault(key);
        app.advance(Duration.ofMinutes(4));
        shelf.untilDefault(key);
        assertThat(app.outcomes()).containsExactly(COMPUTED, FRESH);
    }

    @Test
    void expireAfter_is_five_minutes_when_nothing_is_said() {
        shelf.untilDefault(key);
        app.advance(Duration.ofMinutes(5));
        shelf.untilDefault(key);
        app.advance(INSTANT);
        shelf.untilDefault(key);
        assertThat(app.outcomes()).containsExactly(COMPUTED, FRESH, COMPUTED);
    }

    @Test
    void value_kept_forever_outlives_the_years() {
        shelf.forever(key);
        app.advance(Duration.ofDays(3650));
        shelf.forever(key);
        assertThat(app.outcomes()).containsExactly(COMPUTED, FRESH);
    }

    @Test
    void refreshAfter_of_zero_serves_and_renews_whatever_has_an_age() {
        shelf.always(key);
        app.advance(INSTANT);
        assertThat(shelf.always(key)).isEqualTo(key + "#1");
        app.refresh();
        app.advance(INSTANT);
        assertThat(shelf.always(key)).isEqualTo(key + "#2");
        assertThat(app.outcomes()).containsExactly(COMPUTED, STALE, STALE);
    }

    @Test
    void age_counts_from_the_start_of_the_computation() {
        shelf.slow(key);
        shelf.slow(key);
        app.advance(INSTANT);
        shelf.slow(key);
        assertThat(app.outcomes()).containsExactly(COMPUTED, FRESH, STALE);
        assertThat(app.listener().calls().get(1).ageNanos()).isEqualTo(MINUTE.toNanos());
    }

    @Test
    void listener_hears_the_age_of_what_was_served() {
        shelf.title(key);
        app.advance(Duration.ofSeconds(7));
        shelf.title(key);
        assertThat(app.listener().calls().get(1).ageNanos())
                .isEqualTo(Duration.ofSeconds(7).toNanos());
    }
}
