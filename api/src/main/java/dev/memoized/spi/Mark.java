package dev.memoized.spi;

/**
 * What is invalidated by one number instead of a scan.
 *
 * @param kind of what
 * @param name of the namespace or the tag
 */
public record Mark(Kind kind, String name) {

    /** What a mark stands for. */
    public enum Kind {
        /** All entries of a namespace. */
        NAMESPACE,
        /** All entries with a tag, in all namespaces of the backend. */
        TAG
    }

    /**
     * The mark of a namespace.
     *
     * @param name its name
     * @return the mark
     */
    public static Mark namespace(String name) {
        return new Mark(Kind.NAMESPACE, name);
    }

    /**
     * The mark of a tag.
     *
     * @param name the tag
     * @return the mark
     */
    public static Mark tag(String name) {
        return new Mark(Kind.TAG, name);
    }
}
