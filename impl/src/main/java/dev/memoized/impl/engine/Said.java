package dev.memoized.impl.engine;

import dev.memoized.spi.Entry;
import dev.memoized.spi.OwnLimits;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a computation has said of its value.
 *
 * @param limits its own
 * @param tags beside those of the key; unmodifiable
 * @param isUnwanted the value is not to be stored
 * @param unmodified what is to be served and stored instead of the value; null for the value
 */
record Said(OwnLimits limits, Set<String> tags, boolean isUnwanted, @Nullable Entry<Object> unmodified) {
    static final Said NOTHING =
            new Said(new OwnLimits(OwnLimits.OF_METHOD, OwnLimits.OF_METHOD), Set.of(), false, null);

    Said expireAfter(long age) {
        return new Said(new OwnLimits(limits.refreshAfter(), age), tags, isUnwanted, unmodified);
    }

    Said refreshAfter(long age) {
        return new Said(new OwnLimits(age, limits.expireAfter()), tags, isUnwanted, unmodified);
    }

    Said unwanted() {
        return new Said(limits, tags, true, unmodified);
    }

    Said tagged(List<String> more) {
        return new Said(limits, union(tags, more), isUnwanted, unmodified);
    }

    Said unmodified(Entry<Object> remembered) {
        return new Said(limits, tags, isUnwanted, remembered);
    }

    /** Whether the value may be stored. */
    boolean isStorable() {
        return !isUnwanted && limits.expireAfter() != 0;
    }

    /**
     * The entry with all that was said.
     *
     * @param computed the value, and the facts of its computation
     */
    Entry<Object> about(Entry<Object> computed) {
        return equals(NOTHING) ? computed : with(computed);
    }

    private Entry<Object> with(Entry<Object> computed) {
        Entry<Object> old = unmodified;
        Set<String> all = union(computed.tags(), tags);
        return new Entry<>(
                old == null ? computed.value() : old.value(),
                computed.computedAt(),
                computed.computationTime(),
                computed.version(),
                computed.asOf(),
                old == null ? all : union(all, old.tags()),
                false,
                limits(old == null ? null : old.ownLimits()));
    }

    /** Null when nothing was said, neither now nor before. */
    private @Nullable OwnLimits limits(@Nullable OwnLimits before) {
        OwnLimits both = before == null
                ? limits
                : new OwnLimits(
                        last(limits.refreshAfter(), before.refreshAfter()),
                        last(limits.expireAfter(), before.expireAfter()));
        return both.equals(NOTHING.limits) ? null : both;
    }

    private static long last(long now, long before) {
        return now == OwnLimits.OF_METHOD ? before : now;
    }

    private static Set<String> union(Set<String> some, Iterable<String> more) {
        Set<String> all = new HashSet<>(some);
        more.forEach(all::add);
        return all.size() == some.size() ? some : Set.copyOf(all);
    }
}
