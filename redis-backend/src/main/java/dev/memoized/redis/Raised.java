package dev.memoized.redis;

import java.util.List;

/**
 * What the script answers that raises marks.
 *
 * @param number that of the mark now
 * @param before the highest of the key's marks before it
 */
record Raised(long number, Level before) {

    static Raised of(Object answer) {
        List<?> parts = (List<?>) answer;
        return new Raised(
                Server.number(parts.get(0)), new Level(Server.number(parts.get(1)), Server.number(parts.get(2))));
    }
}
