package dev.memoized.impl.proof;

import dev.memoized.impl.backend.Flaws;
import dev.memoized.impl.backend.Killed;
import dev.memoized.impl.local.LocalBoundsTest;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Rules that one room keeps, and that are checked there, by mutants of the room itself. */
enum RoomRules {
    R11(
            "Store operations have a time-out and a breaker; invalidations while the store is down are queued, and made "
                    + "before anything is served from it again.",
            "BreakerTest",
            "GuardAtHandTest",
            "GuardTimeOutTest",
            "QueuedInvalidationsTest"),
    R14("Everything is bounded: entries, marks, places of leases.", "LocalBoundsTest"),
    R18("Keys and values never appear in logs.", "LoggedStoreTest");

    private final String sentence;
    private final List<String> tests;

    RoomRules(String sentence, String... tests) {
        this.sentence = sentence;
        this.tests = List.of(tests);
    }

    /** What finds a flaw. */
    List<Killed> kills() {
        return Stream.concat(Flaws.all().stream(), LocalBoundsTest.flaws().stream())
                .filter(each -> tests.contains(each.test().getSimpleName()))
                .toList();
    }

    private String section() {
        return kills().stream()
                .map(each -> "| `%s.%s` | %s |%n"
                        .formatted(
                                each.test().getSimpleName(),
                                each.method(),
                                each.flaw().name()))
                .collect(Collectors.joining(
                        "",
                        "## %s%n%s%n%n| check | kills, in the room's own source |%n|---|---|%n"
                                .formatted(name(), sentence),
                        "\n"));
    }

    /** The last part of the checks in {@code docs/proof/rules.md}. */
    static String table() {
        return Stream.of(values()).map(RoomRules::section).collect(Collectors.joining());
    }
}
