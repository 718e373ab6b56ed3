package dev.memoized.impl.engine;

import dev.memoized.impl.backend.PrefixedStore;
import dev.memoized.impl.freshness.Judge;
import dev.memoized.impl.freshness.Verdict;
import dev.memoized.impl.observe.MethodListeners;
import dev.memoized.impl.plan.MethodPlan;
import dev.memoized.impl.plan.Owner;
import dev.memoized.impl.type.Erasure;
import dev.memoized.impl.version.View;
import dev.memoized.spi.Entry;
import dev.memoized.spi.Envelope;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A plan, the memory that it works on, and who hears of it.
 *
 * @param plan of the method
 * @param judge of its entries
 * @param memory of its namespace, shared by all methods of that name
 * @param listeners of its namespace
 */
public record MemoizedMethod(MethodPlan plan, Judge judge, Memory memory, MethodListeners listeners) {

    /** The verdict on what the store holds: what is outdated is as good as nothing, the rest is for the judge to say. */
    Verdict verdict(View view, Object key, @Nullable Entry<Object> entry, long began, long now) {
        boolean isGone = entry != null && (!view.accepts(entry.version()) || isNeverRenewed(entry));
        return isGone ? Verdict.MISS : judge.of(key, entry, began, now);
    }

    /** Whether the method could have returned that value, or completed a stage with it. */
    boolean couldReturn(@Nullable Object value) {
        return value == null
                ? !plan.method().getReturnType().isPrimitive()
                : Erasure.boxed(plan.valueType()).isInstance(value);
    }

    /** Whether any store takes a value with these tags: as long as they are written, not as they were given. */
    boolean takes(Set<String> tags) {
        int longest = longestTag();
        return tags.isEmpty()
                || (tags.size() <= Envelope.MOST_TAGS && tags.stream().allMatch(tag -> tag.length() <= longest));
    }

    /** How many characters a tag may have. */
    int longestTag() {
        return PrefixedStore.longestTag(plan.prefix());
    }

    /** What would be stale for good. */
    private boolean isNeverRenewed(Entry<Object> entry) {
        return entry.softlyInvalidated() && plan.owner() != Owner.BACKEND;
    }
}
