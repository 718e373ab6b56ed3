package dev.memoized.impl.plan;

import dev.memoized.Memoized;
import dev.memoized.Refresh;
import dev.memoized.impl.config.Property;
import dev.memoized.impl.freshness.Early;
import dev.memoized.impl.freshness.Limits;
import dev.memoized.impl.log.FormMessage;
import java.time.Duration;

/** Reads the ages that decide about a method's values. */
final class LimitsReader {
    private static final String FOREVER = "forever";
    private static final Duration EXPIRE_AFTER = Duration.ofMinutes(5);
    private static final double JITTER = 0.05;

    private final Memoized memoized;
    private final DurationReader durations;
    private final SettingReader settings;

    LimitsReader(DurationReader durations, SettingReader settings) {
        this.memoized = durations.declaration().memoized();
        this.durations = durations;
        this.settings = settings;
    }

    Limits limits() {
        long expireAfter = expireAfter(memoized.expireAfter());
        long refreshAfter = refreshAfter(memoized.refreshAfter(), expireAfter);
        long waitAfter = waitAfter(memoized.waitAfter(), refreshAfter, expireAfter);
        if (memoized.refresh() == Refresh.CALLER && memoized.refreshAfter().isEmpty()) {
            durations.problem("refresh", FormMessage.CALLER_WITHOUT_REFRESH);
        }
        return new Limits(
                refreshAfter,
                waitAfter,
                expireAfter,
                expireNothingAfter(expireAfter),
                early(refreshAfter, expireAfter),
                settings.share(Property.JITTER, JITTER));
    }

    /** Those of values that nobody renews, and that end with their owner if nothing else is said. */
    Limits ofOwned() {
        String text = memoized.expireAfter();
        return new Limits(Limits.NEVER, text.isEmpty() ? Limits.NEVER : expireAfter(text));
    }

    private long expireAfter(String text) {
        if (FOREVER.equals(durations.resolved(text))) {
            return Limits.NEVER;
        }
        Duration duration =
                text.isEmpty() ? EXPIRE_AFTER : durations.positive("expireAfter", text, FormMessage.EXPIRE_ZERO);
        return duration == null ? Limits.NEVER : duration.toNanos();
    }

    private long expireNothingAfter(long expireAfter) {
        Duration own = settings.duration(Property.NULL_EXPIRE_AFTER);
        return own == null ? expireAfter : Math.min(own.toNanos(), expireAfter);
    }

    private long refreshAfter(String text, long expireAfter) {
        if (text.isEmpty()) {
            return Limits.NEVER;
        }
        if (FOREVER.equals(durations.resolved(text))) {
            durations.problem("refreshAfter", FormMessage.REFRESH_FOREVER);
            return Limits.NEVER;
        }
        Duration duration = durations.read("refreshAfter", text);
        if (duration == null) {
            return Limits.NEVER;
        }
        if (duration.toNanos() >= expireAfter) {
            durations.problem("refreshAfter", FormMessage.REFRESH_TOO_LATE, duration, Duration.ofNanos(expireAfter));
        }
        return duration.toNanos();
    }

    private long waitAfter(String text, long refreshAfter, long expireAfter) {
        if (text.isEmpty()) {
            return Limits.NEVER;
        }
        if (memoized.refreshAfter().isEmpty()) {
            durations.problem("waitAfter", FormMessage.NEVER_STALE, "waitAfter");
        }
        Duration duration = durations.read("waitAfter", text);
        if (duration == null || refreshAfter == Limits.NEVER) {
            return Limits.NEVER;
        }
        if (duration.toNanos() <= refreshAfter || duration.toNanos() >= expireAfter) {
            Object end = expireAfter == Limits.NEVER ? FOREVER : Duration.ofNanos(expireAfter);
            durations.problem(
                    "waitAfter", FormMessage.WAIT_AFTER_OUTSIDE, duration, Duration.ofNanos(refreshAfter), end);
        }
        return duration.toNanos();
    }

    private Early early(long refreshAfter, long expireAfter) {
        double share = memoized.eagerRefresh();
        double factor = memoized.earlyRefresh();
        if (!(share >= 0 && share < 1)) {
            durations.problem("eagerRefresh", FormMessage.SHARE_OUTSIDE, share);
        }
        if (!(factor >= 0 && factor < Double.POSITIVE_INFINITY)) {
            durations.problem("earlyRefresh", FormMessage.FACTOR_MALFORMED, factor);
        }
        if (share != 0 && memoized.refreshAfter().isEmpty()) {
            durations.problem("eagerRefresh", FormMessage.NEVER_STALE, "eagerRefresh");
        }
        if (factor != 0 && refreshAfter == Limits.NEVER && expireAfter == Limits.NEVER) {
            durations.problem("earlyRefresh", FormMessage.NOTHING_TO_RENEW);
        }
        refuseByCaller("eagerRefresh", share);
        refuseByCaller("earlyRefresh", factor);
        return new Early(share, factor);
    }

    private void refuseByCaller(String member, double value) {
        if (value != 0 && memoized.refresh() == Refresh.CALLER) {
            durations.problem(member, FormMessage.NOT_BY_CALLER, member);
        }
    }
}
