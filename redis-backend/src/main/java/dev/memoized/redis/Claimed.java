package dev.memoized.redis;

import java.util.List;

/**
 * What the script answers that gives claims.
 *
 * @param number that of the last invalidation
 * @param micros when, by the server's clock
 */
record Claimed(long number, long micros) {

    static Claimed of(Object answer) {
        List<?> parts = (List<?>) answer;
        return new Claimed(Server.number(parts.get(0)), Server.number(parts.get(1)));
    }
}
