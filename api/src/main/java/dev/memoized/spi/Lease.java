package dev.memoized.spi;

/**
 * Permission to store the result of one computation. It ends when its result is published, when it is released, at the
 * end of its life, and is void as soon as its key is written or invalidated by anyone: by a delete, a put, or a mark of
 * its namespace or of one of its tags, hard or soft. Eviction, {@code touch} and reads leave it alone.
 */
public interface Lease {

    /**
     * What it is for.
     *
     * @return the key it was asked for
     */
    Object key();

    /**
     * The facts' number.
     *
     * @return the backend's invalidation number before the computation
     */
    long asOf();

    /**
     * Whether publishing is known to be refused: the lease is void, or has ended. A shared store may learn of it late, by
     * its channel; of what this JVM did itself it knows at once.
     *
     * @return once true, true for ever
     */
    boolean isVoid();
}
