package dev.memoized.impl.freshness;

/**
 * When a value is renewed although it is fresh.
 *
 * @param share of the age at which it becomes stale, from which on it is renewed; 0 for never
 * @param factor of its computation time, by which it may be renewed earlier by chance; 0 for never
 */
public record Early(double share, double factor) {
    /** Never. */
    public static final Early NEVER = new Early(0, 0);
}
