package dev.memoized.cells;

import org.jspecify.annotations.Nullable;

/** Cells by their names, changed by compare-and-set. Thread-safe. */
public interface Cells {
    /** The life of what does not end by itself. */
    long FOR_GOOD = -1;

    /**
     * What lies there now.
     *
     * @param name of a cell
     * @return to be given to {@link #set}
     */
    Stored see(String name);

    /**
     * The same, if it is known here: nobody is asked, and nothing waited for.
     *
     * @param name of a cell
     * @return null when somebody must be asked: so the default
     */
    default @Nullable Stored seeAtHand(String name) {
        return null;
    }

    /**
     * Puts another cell where one was seen.
     *
     * @param name of it
     * @param seen what lay there
     * @param next what is to lie there
     * @param life of it, in milliseconds, or {@link #FOR_GOOD}
     * @return false when somebody else has changed it since: then nothing has changed
     */
    boolean set(String name, Stored seen, byte[] next, long life);

    /**
     * Puts a cell there, whatever lies there.
     *
     * @param name of it
     * @param next what is to lie there
     * @param life of it, in milliseconds, or {@link #FOR_GOOD}
     * @return what lay there
     */
    Stored put(String name, byte[] next, long life);

    /**
     * What lies with the one that decides, after a comparison has failed although no change is seen from here. If nothing
     * does, nothing is left with anybody.
     *
     * @param name of a cell
     * @param nothing is put there if nothing lies there
     * @param life of it, in milliseconds
     * @return what lies there now
     */
    Stored agree(String name, byte[] nothing, long life);
}
