package dev.memoized.spi;

/** Places at which a test may hold a thread or make it fail. Make one a CDI bean; without it nothing happens there. */
@FunctionalInterface
public interface FaultPoints {

    /** A place in the life of a computation. */
    enum Place {
        /** The caller has found another one's computation and begins to wait. */
        FOLLOWING,
        /** The lease is granted, the computation not begun. */
        LEASED,
        /** The value is computed and not yet stored. */
        COMPUTED,
        /** The value is stored, or was refused; those who wait do not know yet. */
        PUBLISHED
    }

    /**
     * A thread is at that place.
     *
     * @param place where
     * @param name the method's namespace
     */
    void reached(Place place, String name);
}
