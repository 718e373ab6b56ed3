package dev.memoized.impl.plan;

import dev.memoized.Memoized;
import dev.memoized.Refresh;
import dev.memoized.WhenCold;
import dev.memoized.impl.config.DurationText;
import dev.memoized.impl.config.Expression;
import dev.memoized.impl.config.Settings;
import dev.memoized.impl.freshness.Limits;
import dev.memoized.impl.log.FormMessage;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Reads the durations of a declaration, and refuses those that contradict each other. */
final class LimitsReader {
    private static final String FOREVER = "forever";
    private static final Duration EXPIRE_AFTER = Duration.ofMinutes(5);
    private static final Duration WAIT_AT_MOST = Duration.ofSeconds(30);

    private final Declaration declaration;
    private final Settings settings;
    private final Problems problems;

    LimitsReader(Declaration declaration, Settings settings, Problems problems) {
        this.declaration = declaration;
        this.settings = settings;
        this.problems = problems;
    }

    Limits limits() {
        Memoized memoized = declaration.memoized();
        long expireAfter = expireAfter(memoized.expireAfter());
        long refreshAfter = refreshAfter(memoized.refreshAfter(), expireAfter);
        if (memoized.refresh() == Refresh.CALLER && memoized.refreshAfter().isEmpty()) {
            problems.add(declaration, "refresh", FormMessage.CALLER_WITHOUT_REFRESH);
        }
        return new Limits(refreshAfter, expireAfter);
    }

    /** Those of values that nobody renews, and that end with their owner if nothing else is said. */
    Limits ofOwned() {
        String text = declaration.memoized().expireAfter();
        return new Limits(Limits.NEVER, text.isEmpty() ? Limits.NEVER : expireAfter(text));
    }

    Duration waitAtMost() {
        String text = declaration.memoized().waitAtMost();
        if (text.isEmpty()) {
            return WAIT_AT_MOST;
        }
        if (declaration.memoized().whenCold() != WhenCold.WAIT) {
            problems.add(declaration, "waitAtMost", FormMessage.WAIT_UNUSED);
        }
        Duration duration = duration("waitAtMost", text);
        if (duration != null && duration.isZero()) {
            problems.add(declaration, "waitAtMost", FormMessage.WAIT_ZERO);
        }
        return duration == null ? WAIT_AT_MOST : duration;
    }

    private long expireAfter(String text) {
        if (FOREVER.equals(resolved(text))) {
            return Limits.NEVER;
        }
        Duration duration = text.isEmpty() ? EXPIRE_AFTER : duration("expireAfter", text);
        if (duration != null && duration.isZero()) {
            problems.add(declaration, "expireAfter", FormMessage.EXPIRE_ZERO);
        }
        return duration == null ? Limits.NEVER : duration.toNanos();
    }

    private long refreshAfter(String text, long expireAfter) {
        if (text.isEmpty()) {
            return Limits.NEVER;
        }
        if (FOREVER.equals(resolved(text))) {
            problems.add(declaration, "refreshAfter", FormMessage.REFRESH_FOREVER);
            return Limits.NEVER;
        }
        Duration duration = duration("refreshAfter", text);
        if (duration == null) {
            return Limits.NEVER;
        }
        if (duration.toNanos() >= expireAfter) {
            problems.add(
                    declaration, "refreshAfter", FormMessage.REFRESH_TOO_LATE, duration, Duration.ofNanos(expireAfter));
        }
        return duration.toNanos();
    }

    private @Nullable Duration duration(String member, String text) {
        String resolved = resolved(text);
        if (resolved == null) {
            problems.add(declaration, member, FormMessage.EXPRESSION_EMPTY, text);
            return null;
        }
        Duration duration = DurationText.read(resolved).orElse(null);
        if (duration == null) {
            problems.add(declaration, member, FormMessage.DURATION_UNREADABLE, resolved);
        }
        return duration;
    }

    private @Nullable String resolved(String text) {
        String resolved = Expression.resolve(text, settings);
        return resolved == null ? null : resolved.trim();
    }
}
