package dev.memoized;

/**
 * What was asked of the store of one namespace, and how it ended: operations of the store, not calls of methods, which
 * {@link CallCounts} counts. A bulk operation counts each of its keys. A snapshot, taken while operations go on.
 *
 * @param name the namespace
 * @param hits readings that found something, whether fresh or not; the reading that comes with a lease is not counted
 * @param misses readings that found nothing
 * @param writes values that were taken: of computations, set, added, or changed by an increment
 * @param refused values that were not taken: their lease had ended, they were too large, or an addition found another one
 * @param removals keys and marks that were to be invalidated, whether there was something or not
 * @param failures operations that threw, whatever they were
 */
public record Counters(String name, long hits, long misses, long writes, long refused, long removals, long failures) {

    /**
     * How many readings have ended without failure.
     *
     * @return hits and misses
     */
    public long reads() {
        return hits + misses;
    }

    /**
     * The share of the readings that found something.
     *
     * @return 0.0 to 1.0; 0.0 when there was no reading
     */
    public double hitRatio() {
        return reads() == 0 ? 0.0 : (double) hits / reads();
    }
}
