package dev.memoized.cells;

/**
 * A lease or claim as it lies in a cell. No time of day tells when it ends: its holder counts from when it asked, everybody
 * else from when they first saw it.
 *
 * @param token by which all know it
 * @param node where its holder lives; empty when there is one node only
 * @param isClaim stands in nobody's way
 * @param asOf the number of the last invalidation when it was given
 * @param life in microseconds
 * @param renewals how often its life began anew
 */
record Right(String token, String node, boolean isClaim, long asOf, long life, int renewals) {

    Right renewed(long anew) {
        return new Right(token, node, isClaim, asOf, anew, renewals + 1);
    }
}
