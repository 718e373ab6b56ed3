package dev.memoized.impl.plan;

import dev.memoized.Memoized;
import dev.memoized.impl.config.DurationText;
import dev.memoized.impl.config.Expression;
import dev.memoized.impl.config.Property;
import dev.memoized.impl.config.Settings;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The limits that somebody gave a method, which what is set for all does not contradict.
 *
 * @param refreshAfter null when nobody did, or when it cannot be read
 * @param expireAfter likewise
 */
record OwnLimits(@Nullable Duration refreshAfter, @Nullable Duration expireAfter) {
    private static final Duration FOREVER = Duration.ofSeconds(Long.MAX_VALUE);

    /** Those of an annotation that has heard what is set for its method, and no more. */
    static OwnLimits of(Memoized memoized, Settings settings) {
        return new OwnLimits(
                read(Property.REFRESH_AFTER, memoized.refreshAfter(), settings),
                read(Property.EXPIRE_AFTER, memoized.expireAfter(), settings));
    }

    /** Whether what is set for all makes sense beside them; what cannot be read is told elsewhere. */
    boolean allow(Property property, String text, Settings settings) {
        Duration limit = read(property, text, settings);
        if (limit == null) {
            return true;
        }
        return switch (property) {
            case REFRESH_AFTER -> isBelow(limit, expireAfter);
            case EXPIRE_AFTER -> isBelow(refreshAfter, limit);
            case WAIT_AFTER -> isBelow(refreshAfter, limit) && isBelow(limit, expireAfter);
            default -> true;
        };
    }

    private static boolean isBelow(@Nullable Duration lower, @Nullable Duration upper) {
        return lower == null || upper == null || lower.compareTo(upper) < 0;
    }

    private static @Nullable Duration read(Property property, String text, Settings settings) {
        String resolved = Expression.resolve(text, settings);
        if (resolved == null) {
            return null;
        }
        boolean isForever = property == Property.EXPIRE_AFTER && resolved.trim().equals("forever");
        return isForever ? FOREVER : DurationText.read(resolved.trim()).orElse(null);
    }
}
