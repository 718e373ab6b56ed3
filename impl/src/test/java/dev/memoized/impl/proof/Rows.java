package dev.memoized.impl.proof;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The rows of the failure catalogue that are checked here, among the checks of the rules. */
final class Rows {
    private Rows() {}

    /** In the order of the rules. */
    static List<Check> of(Row row) {
        return Rules.checks().filter(row::isShownBy).toList();
    }

    /** The table of {@code docs/proof/s1.md}. */
    static String table() {
        String text = Arrays.stream(Row.values())
                .map(Rows::lines)
                .collect(Collectors.joining(
                        "",
                        """
                # Rows of the failure catalogue, their tests and the mutants that they kill
                Generated from `impl/src/test/java/dev/memoized/impl/proof`; \
                `./mvnw -pl impl -am test -Dtest=MutantsTest -Dmemoized.write-docs=true` writes it again.

                Each test is passed by the engine, without CDI and on the backend in memory (C-57 to C-59: by the codecs, on a store of bytes in memory), and by a naive memoizer; \
                it is failed by the same naive memoizer with each of the defects in its line, one at a time. \
                What the defects do: [rules.md](rules.md#the-defects). Rows that need a Redis: [s1-redis.md](s1-redis.md).

                | row | what may go wrong | test | mutants |
                |---|---|---|---|
                """,
                        RoomRows.table()));
        return text.replace(System.lineSeparator(), "\n");
    }

    private static String lines(Row row) {
        return of(row).stream()
                .map(check ->
                        "| %s | %s | `%s` | %s |%n".formatted(row.number(), row.sentence(), check, check.killsText()))
                .collect(Collectors.joining());
    }
}
