package dev.memoized.cells;

/** Who computes a key, before anybody asks for its lease: that alone decides what is stored. Thread-safe. */
@FunctionalInterface
public interface Election {

    /** Nobody is elected: leases do it. */
    Election NONE = name -> () -> {};

    /**
     * Waits for a while to be elected; who is not goes on all the same.
     *
     * @param name of a cell
     * @return to be run when the computation has ended
     */
    Runnable elected(String name);
}
