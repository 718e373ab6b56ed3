package dev.memoized;

import org.jspecify.annotations.Nullable;

/**
 * What stands in the way of the renewals of one namespace now. A snapshot, taken while calls go on.
 *
 * @param name the namespace
 * @param keys of how many keys the last attempt to renew brought no value; 0 when all is well
 * @param inARow how often in a row it failed for the key that failed most often
 * @param lastError the type of what was thrown last; null when nothing was
 */
public record RefreshFailures(String name, int keys, int inARow, @Nullable Class<? extends Throwable> lastError) {}
