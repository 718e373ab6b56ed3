package dev.memoized.impl.plan;

import dev.memoized.impl.config.DurationText;
import dev.memoized.impl.config.Expression;
import dev.memoized.impl.config.Settings;
import dev.memoized.impl.log.FormMessage;
import dev.memoized.impl.log.Message;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Reads the durations that a declaration gives as texts. */
record DurationReader(Declaration declaration, Settings settings, Problems problems) {

    /** Null when it is not readable, which is a problem. */
    @Nullable
    Duration read(String member, String text) {
        String resolved = resolved(text);
        if (resolved == null) {
            problem(member, FormMessage.EXPRESSION_EMPTY, text);
            return null;
        }
        Duration duration = DurationText.read(resolved).orElse(null);
        if (duration == null) {
            problem(member, FormMessage.DURATION_UNREADABLE, resolved);
        }
        return duration;
    }

    /** The same; zero is told as a problem, and returned. */
    @Nullable
    Duration positive(String member, String text, Message whenZero) {
        Duration duration = read(member, text);
        if (duration != null && duration.isZero()) {
            problem(member, whenZero);
        }
        return duration;
    }

    /** What a text stands for; null when it is an expression without a value. */
    @Nullable
    String resolved(String text) {
        String resolved = Expression.resolve(text, settings);
        return resolved == null ? null : resolved.trim();
    }

    void problem(String member, Message message, Object... details) {
        problems.add(declaration, member, message, details);
    }
}
