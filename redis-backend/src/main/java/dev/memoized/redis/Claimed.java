package dev.memoized.redis;

import java.util.List;
import java.util.OptionalLong;

/**
 * What the script answers that gives claims.
 *
 * @param number that of the last invalidation
 * @param micros when, by the server's clock; nothing where that does not count
 */
record Claimed(long number, OptionalLong micros) {

    static Claimed of(Object answer) {
        List<?> parts = (List<?>) answer;
        return new Claimed(Server.number(parts.get(0)), Server.micros(parts.get(1)));
    }
}
