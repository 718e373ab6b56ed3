package dev.memoized.redis;

import java.util.List;
import java.util.OptionalLong;
import java.util.Set;

/**
 * What a script that changes something answers.
 *
 * @param number what came of it
 * @param ended the tokens of leases and claims that have ended by it
 */
record Done(long number, Set<String> ended) {
    private static final int PARTS = 3;

    static Done of(Object answer) {
        List<?> parts = (List<?>) answer;
        return new Done(Server.number(parts.get(0)), tokens(Server.text(parts.get(1))));
    }

    /** That of the write, where writes are counted. */
    static OptionalLong number(Object answer) {
        return answer instanceof List<?> parts && parts.size() == PARTS && parts.get(PARTS - 1) instanceof Long number
                ? OptionalLong.of(number)
                : OptionalLong.empty();
    }

    /** As scripts write them. */
    static Set<String> tokens(String text) {
        return text.isEmpty() ? Set.of() : Set.of(text.split(",", -1));
    }

    boolean is(long other) {
        return number == other;
    }
}
