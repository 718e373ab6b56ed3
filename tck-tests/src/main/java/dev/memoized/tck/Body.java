package dev.memoized.tck;

import static dev.memoized.spi.FaultPoints.Place.LEASED;

import dev.memoized.testing.Gate;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/**
 * What the suite's beans do when they compute: they count, and wait where a test holds them. The first result for
 * {@code "a"} is {@code "a#1"}, the second {@code "a#2"}.
 */
public final class Body {
    private final ConcurrentMap<String, Integer> counts = new ConcurrentHashMap<>();
    private final Gate gate = new Gate();

    /**
     * Computes.
     *
     * @param argument of the bean's method
     * @return the argument and the number of this computation of it
     */
    public String compute(@Nullable Object argument) {
        String value = argument + "#" + counts.merge(String.valueOf(argument), 1, Integer::sum);
        gate.reached(LEASED, value);
        return value;
    }

    /**
     * How often it was computed.
     *
     * @param argument of the bean's method
     * @return computations begun
     */
    public int count(@Nullable Object argument) {
        return counts.getOrDefault(String.valueOf(argument), 0);
    }

    /**
     * Makes one computation wait before it returns.
     *
     * @param value what it will return
     */
    public void hold(String value) {
        gate.hold(LEASED, value);
    }

    /**
     * Blocks until one computation has begun.
     *
     * @param value what it will return
     */
    public void awaitBegun(String value) {
        gate.awaitReached(LEASED, value, 1);
    }

    /**
     * Lets a held computation return.
     *
     * @param value what it will return
     */
    public void open(String value) {
        gate.open(LEASED, value);
    }
}
