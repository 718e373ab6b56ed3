package dev.memoized.redis;

import java.util.List;
import java.util.Set;

/**
 * What a script that changes something answers.
 *
 * @param result what came of it
 * @param ended the tokens of leases and claims that have ended by it
 */
record Done(Object result, Set<String> ended) {

    static Done of(Object answer) {
        List<?> parts = (List<?>) answer;
        return new Done(parts.get(0), tokens(Server.text(parts.get(1))));
    }

    /** As scripts write them. */
    static Set<String> tokens(String text) {
        return text.isEmpty() ? Set.of() : Set.of(text.split(",", -1));
    }

    long number() {
        return Server.number(result);
    }

    boolean is(long number) {
        return number() == number;
    }
}
