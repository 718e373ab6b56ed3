package dev.memoized.cells;

/** Where a {@link Ground} comes from. Called by one thread at a time, but for {@link #said}. */
public interface Source extends AutoCloseable {

    /**
     * Starts what is to be started: when a backend is used for the first time. Is closed when that fails, and may be asked
     * again.
     *
     * @return it has been looked at, and will do
     */
    Ground open();

    /**
     * What may be said of a failure of the ground: never what quotes keys or passwords.
     *
     * @param failure any
     * @return itself, when it is one of this library; else one that is
     */
    RuntimeException said(RuntimeException failure);

    /** Stops what was started: nothing, unless it says otherwise. */
    @Override
    default void close() {}
}
