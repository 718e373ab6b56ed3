package dev.memoized.redis;

import java.util.List;

/**
 * What a script that changes something answers.
 *
 * @param result what came of it
 * @param micros when, by the server's clock
 */
record Done(Object result, long micros) {

    static Done of(Object answer) {
        List<?> parts = (List<?>) answer;
        return new Done(parts.get(0), Server.number(parts.get(1)));
    }

    long number() {
        return Server.number(result);
    }

    boolean is(long number) {
        return number() == number;
    }
}
