package dev.memoized.impl.proof;

import dev.memoized.impl.backend.Flaws;
import dev.memoized.impl.backend.Killed;
import dev.memoized.impl.local.LocalBoundsTest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Rows of the failure catalogue that are about one room, and are checked there, by mutants of the room itself. */
enum RoomRows {
    C11("Something is invalidated while the backend is down, and is served when it is back."),
    C12("A transaction invalidates, another caller refills before it is committed, and that is served after it."),
    C13("A value is evicted while it is computed anew: the new one is not stored, or is stored although it may not."),
    C14("Two applications, or two releases of one, meet at one backend, and serve or drop each other's entries."),
    C60("Callers from outside ask for any number of keys, and something grows with them."),
    C61("A key, a value, a tag or what a foreign exception says gets into a log."),
    C63("The backend is down, and each call waits for it or fails with it."),
    C64("The backend is slow or hangs, and with it all threads that call."),
    C74("A backend, a key or a value that configuration names wrongly is something else in silence."),
    C75("A method that no container intercepts is memoized in name only, and one that it reaches by two ways twice.");

    private final String sentence;

    RoomRows(String sentence) {
        this.sentence = sentence;
    }

    /** Names of flaws, by the test that finds them. */
    Map<String, List<String>> kills() {
        return Stream.of(Flaws.all(), LocalBoundsTest.flaws(), RoomFlaws.all())
                .flatMap(List::stream)
                .filter(each -> each.method().startsWith(name() + "_"))
                .collect(Collectors.groupingBy(
                        RoomRows::nameOf,
                        LinkedHashMap::new,
                        Collectors.mapping(each -> each.flaw().name(), Collectors.toList())));
    }

    private static String nameOf(Killed each) {
        return each.test().getSimpleName() + "." + each.method();
    }

    private Stream<String> lines() {
        return kills().entrySet().stream().map(each -> "| C-%s | %s | `%s` | %s |\n"
                .formatted(name().substring(1), sentence, each.getKey(), String.join("; ", each.getValue())));
    }

    /** The second table of {@code docs/proof/s1.md}. */
    static String table() {
        return """

                ## Rows of one room
                Each test is passed by the room, and failed by the same room with one place of its source made wrong, as \
                its line says, one at a time.

                | row | what may go wrong | test | mutants |
                |---|---|---|---|
                """
                + Stream.of(values()).flatMap(RoomRows::lines).collect(Collectors.joining());
    }
}
