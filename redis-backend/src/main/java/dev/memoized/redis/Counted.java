package dev.memoized.redis;

import java.util.List;
import java.util.OptionalLong;
import java.util.Set;

/**
 * What the script answers that counts.
 *
 * @param isCounter false when the key holds something else
 * @param sum empty when it holds nothing, too
 * @param ended the tokens of leases and claims that have ended by it
 */
record Counted(boolean isCounter, OptionalLong sum, Set<String> ended) {

    static Counted of(Object answer) {
        List<?> parts = (List<?>) answer;
        String result = Server.text(parts.get(0));
        Set<String> ended = Done.tokens(Server.text(parts.get(1)));
        return switch (result) {
            case "" -> new Counted(true, OptionalLong.empty(), ended);
            case "odd" -> new Counted(false, OptionalLong.empty(), ended);
            default -> new Counted(true, OptionalLong.of(Long.parseLong(result)), ended);
        };
    }
}
