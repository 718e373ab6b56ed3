package dev.memoized.spi;

import org.jspecify.annotations.Nullable;

/**
 * What is invalidated by one number instead of a scan.
 *
 * @param kind of what
 * @param name of the namespace or the tag
 * @param part of a group what its keys have in common, an object with value equality; otherwise null
 */
public record Mark(Kind kind, String name, @Nullable Object part) {

    /** What a mark stands for. */
    public enum Kind {
        /** All entries of a namespace, in all its schemas. */
        NAMESPACE,
        /** All entries with a tag, in all namespaces of the backend. */
        TAG,
        /** All entries of a namespace, in all its schemas, whose keys have a part in common. */
        GROUP
    }

    /**
     * The mark of a namespace.
     *
     * @param name its name
     * @return the mark
     */
    public static Mark namespace(String name) {
        return new Mark(Kind.NAMESPACE, name, null);
    }

    /**
     * The mark of a tag.
     *
     * @param name the tag
     * @return the mark
     */
    public static Mark tag(String name) {
        return new Mark(Kind.TAG, name, null);
    }

    /**
     * The mark of a group.
     *
     * @param namespace its name
     * @param part what the keys have in common
     * @return the mark
     */
    public static Mark group(String namespace, Object part) {
        return new Mark(Kind.GROUP, namespace, part);
    }
}
