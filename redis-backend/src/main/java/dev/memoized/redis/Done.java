package dev.memoized.redis;

import java.util.List;
import java.util.Set;

/**
 * What a script that changes something answers.
 *
 * @param number what came of it
 * @param ended the tokens of leases and claims that have ended by it
 */
record Done(long number, Set<String> ended) {

    static Done of(Object answer) {
        List<?> parts = (List<?>) answer;
        return new Done(Server.number(parts.get(0)), tokens(Server.text(parts.get(1))));
    }

    /** As scripts write them. */
    static Set<String> tokens(String text) {
        return text.isEmpty() ? Set.of() : Set.of(text.split(",", -1));
    }

    boolean is(long other) {
        return number == other;
    }
}
