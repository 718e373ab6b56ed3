package dev.memoized.impl.local;

import dev.memoized.spi.Entry;
import dev.memoized.spi.Mark;
import dev.memoized.spi.TaggedKey;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The marks as one namespace sees them.
 *
 * @param own the mark of the namespace
 * @param all those of its tags among others
 */
record Scope(Numbers own, Marks all) {

    /**
     * What the marks leave of an entry.
     *
     * @param key with which it was found: its tags count too
     */
    @Nullable
    Entry<Object> left(Entry<Object> entry, Object key) {
        long asOf = entry.asOf();
        Left left = left(entry.tags(), key, asOf).and(ofTags(TaggedKey.tagsOf(key), asOf));
        return switch (left) {
            case ALL -> entry;
            case STALE -> entry.softly();
            case NOTHING -> null;
        };
    }

    private Left left(Set<String> tags, Object key, long asOf) {
        return own.left(asOf).and(ofTags(tags, asOf)).and(ofGroups(TaggedKey.groupsOf(key), asOf));
    }

    private Left ofTags(Set<String> tags, long asOf) {
        Left left = Left.ALL;
        if (!tags.isEmpty()) { // no iterator on the hit path
            for (String tag : tags) {
                left = left.and(all.ofTag(tag).left(asOf));
            }
        }
        return left;
    }

    private Left ofGroups(Set<Mark> groups, long asOf) {
        Left left = Left.ALL;
        if (!groups.isEmpty()) {
            for (Mark group : groups) {
                left = left.and(all.ofGroup(group).left(asOf));
            }
        }
        return left;
    }

    /** Whether something was invalidated, hard or soft, that concerns the namespace, these tags or the key's groups. */
    boolean raisedSince(long asOf, Set<String> tags, Object key) {
        return left(tags, key, asOf) != Left.ALL;
    }

    /** The number of what begins now. */
    long number() {
        return all.last();
    }
}
