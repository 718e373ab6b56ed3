package dev.memoized.spi;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The answer to {@link Store#lease}.
 *
 * @param <V> the form of the values
 */
public sealed interface LeaseAnswer<V> {

    /**
     * What the key holds now: the store reads again, so that a value published meanwhile is seen.
     *
     * @return null when there is none
     */
    @Nullable
    Entry<V> entry();

    /**
     * The lease is the caller's.
     *
     * @param lease to be published or released
     * @param entry what the key holds now
     * @param <V> the form of the values
     */
    record Granted<V>(Lease lease, @Nullable Entry<V> entry) implements LeaseAnswer<V> {}

    /**
     * Somebody else has it.
     *
     * @param entry what the key holds now
     * @param remaining how long until the last of the leases that are out ends by itself; greater than zero
     * @param <V> the form of the values
     */
    record Busy<V>(@Nullable Entry<V> entry, Duration remaining) implements LeaseAnswer<V> {}
}
