package dev.memoized.spi;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A key together with the tags and groups that are known before the call, so that a store knows the marks to read with it.
 * Equal to another one with the same key, whatever its tags and groups.
 *
 * @param key an object with value equality
 * @param tags unmodifiable
 * @param groups marks of groups that the key is in; unmodifiable
 */
public record TaggedKey(Object key, Set<String> tags, Set<Mark> groups) {

    /**
     * A key in no group.
     *
     * @param key an object with value equality
     * @param tags unmodifiable
     */
    public TaggedKey(Object key, Set<String> tags) {
        this(key, tags, Set.of());
    }

    /**
     * The tags that a key brings along.
     *
     * @param key any key
     * @return empty for a key that is not tagged
     */
    public static Set<String> tagsOf(Object key) {
        return key instanceof TaggedKey tagged ? tagged.tags : Set.of();
    }

    /**
     * The groups that a key is in.
     *
     * @param key any key
     * @return empty for a key that is not tagged
     */
    public static Set<Mark> groupsOf(Object key) {
        return key instanceof TaggedKey tagged ? tagged.groups : Set.of();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof TaggedKey that && key.equals(that.key);
    }

    @Override
    public int hashCode() {
        return key.hashCode();
    }
}
