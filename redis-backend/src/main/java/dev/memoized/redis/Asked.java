package dev.memoized.redis;

import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * What the script answers that gives leases.
 *
 * @param isGranted whether it was given
 * @param number that of the last invalidation
 * @param micros when, by the server's clock; nothing where that does not count
 * @param left how long others are out, in microseconds
 * @param verdict on what the key holds: nothing, "whole", "soft", or "?" when the script does not know all marks
 * @param held what it holds: one value, which means nothing when the verdict is empty
 */
record Asked(boolean isGranted, long number, OptionalLong micros, long left, String verdict, List<byte[]> held) {

    static Asked of(Object answer) {
        List<?> parts = (List<?>) answer;
        return new Asked(
                Server.number(parts.get(0)) == 1,
                Server.number(parts.get(1)),
                Server.micros(parts.get(2)),
                Server.number(parts.get(3)),
                Server.text(parts.get(4)),
                List.of((byte[]) parts.get(5)));
    }

    /** Whether the verdict is left to who knows the marks. */
    boolean isOpen() {
        return verdict.equals("?");
    }

    /**
     * What a script that does not know all marks answers.
     *
     * @return the tags of the entry that it was not told of; null for an answer
     */
    static @Nullable List<String> question(Object answer) {
        if (answer instanceof List<?> parts
                && !parts.isEmpty()
                && parts.get(0) instanceof byte[] first
                && Server.text(first).equals("?")) {
            return parts.stream().skip(1).map(Server::text).toList();
        }
        return null;
    }
}
