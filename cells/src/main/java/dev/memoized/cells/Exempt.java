package dev.memoized.cells;

/**
 * A mark that was raised together with an entry, and does not take it.
 *
 * @param mark its name
 * @param number what it was raised to; raised once more it counts
 */
record Exempt(String mark, long number) {

    boolean covers(String name, long raised) {
        return mark.equals(name) && number == raised;
    }
}
