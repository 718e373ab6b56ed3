package dev.memoized.impl.plan;

import dev.memoized.Memoized;
import dev.memoized.Refresh;
import dev.memoized.WhenCold;
import dev.memoized.impl.config.Property;
import dev.memoized.impl.freshness.Retry;
import dev.memoized.impl.log.FormMessage;
import java.time.Duration;

/**
 * How long things may take.
 *
 * @param waitAtMost a follower's wait for a value that is not there
 * @param waitForRefresh a caller's wait for a better value than the stale one; zero when it does not wait
 * @param longestComputation one computation, after which the next caller computes
 * @param retry the pauses between attempts to renew that fail
 */
public record Bounds(Duration waitAtMost, Duration waitForRefresh, Duration longestComputation, Retry retry) {
    private static final Duration WAIT_AT_MOST = Duration.ofSeconds(30);
    private static final Duration LONGEST_COMPUTATION = Duration.ofMinutes(5);
    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);
    private static final Duration RETRY_AT_MOST = Duration.ofMinutes(1);

    static Bounds read(DurationReader durations, SettingReader settings) {
        Duration retryAfter = settings.positive(Property.RETRY_AFTER, RETRY_AFTER);
        return new Bounds(
                waitAtMost(durations),
                waitForRefresh(durations),
                settings.positive(Property.LONGEST_COMPUTATION, LONGEST_COMPUTATION),
                new Retry(retryAfter, settings.positive(Property.RETRY_AT_MOST, RETRY_AT_MOST)));
    }

    private static Duration waitAtMost(DurationReader durations) {
        Memoized memoized = durations.declaration().memoized();
        String text = memoized.waitAtMost();
        if (text.isEmpty()) {
            return WAIT_AT_MOST;
        }
        if (memoized.whenCold() != WhenCold.WAIT) {
            durations.problem("waitAtMost", FormMessage.WAIT_UNUSED);
        }
        Duration duration = durations.positive("waitAtMost", text, FormMessage.WAIT_ZERO);
        return duration == null ? WAIT_AT_MOST : duration;
    }

    private static Duration waitForRefresh(DurationReader durations) {
        Memoized memoized = durations.declaration().memoized();
        String text = memoized.waitForRefresh();
        if (text.isEmpty()) {
            return Duration.ZERO;
        }
        if (memoized.refreshAfter().isEmpty()) {
            durations.problem("waitForRefresh", FormMessage.NEVER_STALE, "waitForRefresh");
        }
        if (memoized.refresh() == Refresh.CALLER) {
            durations.problem("waitForRefresh", FormMessage.NOT_BY_CALLER, "waitForRefresh");
        }
        Duration duration = durations.positive("waitForRefresh", text, FormMessage.WAIT_FOR_REFRESH_ZERO);
        return duration == null ? Duration.ZERO : duration;
    }
}
