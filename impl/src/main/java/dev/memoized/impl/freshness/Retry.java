package dev.memoized.impl.freshness;

import java.time.Duration;

/**
 * How long to leave a key alone whose renewal failed.
 *
 * @param after the first failure; twice as long after each further one
 * @param atMost the longest
 */
public record Retry(Duration after, Duration atMost) {

    /**
     * The pause after so many failures in a row.
     *
     * @param inARow at least 1
     * @param chance takes away up to half of it, so that keys that failed together are not tried together
     * @return nanoseconds
     */
    public long pause(int inARow, double chance) {
        long longest = atMost.toNanos();
        long pause = after.toNanos();
        for (int failure = 1; failure < inARow && pause < longest; failure++) {
            pause = pause > longest / 2 ? longest : 2 * pause;
        }
        pause = Math.min(pause, longest);
        return pause - (long) (pause * chance / 2);
    }
}
