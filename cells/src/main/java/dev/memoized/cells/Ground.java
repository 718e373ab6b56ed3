package dev.memoized.cells;

import java.util.Collection;
import java.util.Map;

/**
 * Where cells and texts lie, by their names, and who tells of their changes. Thread-safe. Its failures are exceptions of any
 * kind: see {@link Source#said}.
 */
public interface Ground extends AutoCloseable {

    /**
     * Cells.
     *
     * @return the same each time
     */
    Cells cells();

    /**
     * The numbers of invalidations.
     *
     * @return the same each time
     */
    Texts texts();

    /**
     * A cell and some texts: all in one call where the ground can.
     *
     * @param cell the name of one
     * @param texts the names of others
     * @return each as it was at some time since this began
     */
    default Read read(String cell, Collection<String> texts) {
        return new Read(cells().see(cell), texts().get(texts));
    }

    /**
     * What lies under some names.
     *
     * @param cell what there is to it
     * @param texts by their names; those are left out that are not there
     */
    record Read(Stored cell, Map<String, String> texts) {}

    /**
     * What this JVM is called among those that share the ground.
     *
     * @return empty where nobody can tell who is there: then leases end by their lives only
     */
    default String node() {
        return "";
    }

    /**
     * Whether one of them is known to be there no longer.
     *
     * @param node its name; not empty
     * @return true: its leases have ended
     */
    default boolean isGone(String node) {
        return false;
    }

    /**
     * How who computes is elected, before leases are asked for.
     *
     * @return the same each time
     */
    default Election election() {
        return Election.NONE;
    }

    /**
     * Tells of changes from now on, of this JVM and of others. Those of before need not be told.
     *
     * @param told once for each ground
     */
    void listen(Told told);

    /** Tells no longer. What was given stays open; what was started is stopped by its {@link Source}. */
    @Override
    default void close() {}
}
