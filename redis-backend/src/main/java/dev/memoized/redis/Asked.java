package dev.memoized.redis;

import java.util.List;

/**
 * What the script answers that gives leases.
 *
 * @param isGranted whether it was given
 * @param number that of the last invalidation
 * @param micros when, by the server's clock
 * @param left how long others are out, in microseconds
 * @param verdict on what the key holds
 * @param held what it holds: one value, which means nothing when the verdict is empty
 */
record Asked(boolean isGranted, long number, long micros, long left, String verdict, List<byte[]> held) {

    static Asked of(Object answer) {
        List<?> parts = (List<?>) answer;
        return new Asked(
                Server.number(parts.get(0)) == 1,
                Server.number(parts.get(1)),
                Server.number(parts.get(2)),
                Server.number(parts.get(3)),
                Server.text(parts.get(4)),
                List.of((byte[]) parts.get(5)));
    }
}
