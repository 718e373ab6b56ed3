package dev.memoized.impl.version;

import dev.memoized.spi.Mark;
import dev.memoized.spi.TaggedKey;

/**
 * Of what a request has a view.
 *
 * @param namespace its name
 * @param schema of the namespace
 * @param key of the namespace
 */
record Seen(String namespace, String schema, Object key) {

    /** Whether an invalidation of that mark concerns it, as far as the key tells. */
    boolean isUnder(Mark mark) {
        return switch (mark.kind()) {
            case NAMESPACE -> namespace.equals(mark.name());
            case TAG -> TaggedKey.tagsOf(key).contains(mark.name());
            case GROUP -> TaggedKey.groupsOf(key).contains(mark);
        };
    }
}
