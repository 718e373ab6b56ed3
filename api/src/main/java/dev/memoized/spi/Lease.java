package dev.memoized.spi;

/**
 * Permission to store the result of one computation, or, as a claim, to replace what a key holds. It ends when its result
 * is published, when it is released, at the end of its life, and is void as soon as its key is written or invalidated by
 * anyone: by a delete, a put, or a mark of its namespace, of one of its key's tags or of one of its key's groups, hard or
 * soft. Eviction of entries, {@code touch} and reads leave it alone.
 */
public interface Lease {

    /**
     * What it is for.
     *
     * @return the key it was asked for, with its tags and groups
     */
    Object key();

    /**
     * The facts' number.
     *
     * @return the backend's invalidation number before the computation
     */
    long asOf();

    /**
     * Whether publishing is known to be refused: the lease is void, or has ended. Must not ask a remote store: it may learn
     * of it late, by its channel, but of what this JVM did itself at once. That a lease's life has passed need not be known.
     *
     * @return once true, true for ever
     */
    boolean isVoid();
}
