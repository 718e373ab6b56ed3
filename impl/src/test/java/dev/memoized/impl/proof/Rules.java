package dev.memoized.impl.proof;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All rules that are checked here, each by one class or several. */
final class Rules {
    static final List<Class<? extends RuleChecks>> ALL = List.of(
            R1LeaseBeforeStoringTest.class,
            R1SetByHandTest.class,
            R2MarksTest.class,
            R3FactsBeforeTest.class,
            R3VersionBeforeTest.class,
            R4NoUserCodeUnderALockTest.class,
            R5RecursionTest.class,
            R5BoundedWaitsTest.class,
            R6RefreshesTest.class,
            R6PoolsTest.class,
            R6HardLimitTest.class,
            R7EveryFlightLandsTest.class,
            R7FailuresTest.class,
            R7ValuesTest.class,
            R7StagesTest.class,
            R8InjectiveKeyTest.class,
            R8EachToItsOwnTest.class,
            R9ClosedContextTest.class,
            R9RenewalContextTest.class,
            R10EnvelopeOrMissTest.class,
            R13ClocksTest.class,
            R13LimitsTest.class,
            R16WrongUseTest.class,
            R16ChangedValueTest.class);

    private Rules() {}

    static Stream<Check> checks() {
        return ALL.stream().flatMap(rule -> Check.of(rule).stream());
    }

    /** The table of {@code docs/proof/rules.md}. */
    static String table() {
        StringBuilder text = new StringBuilder(
                """
                # The rules, their checks and the mutants that they kill
                Generated from `impl/src/test/java/dev/memoized/impl/proof`; \
                `./mvnw -pl impl -am test -Dtest=MutantsTest -Dmemoized.write-docs=true` writes it again.

                Each check is passed by the engine and by a naive memoizer without a defect, and failed by the same \
                naive memoizer with each of the defects in its row, one at a time. Those of one room (R11, R14, R18) are \
                passed by the room and failed by it with one place of its source made wrong. `./mvnw verify` runs all of \
                them.

                """);
        ALL.stream().map(type -> rule(type).number()).distinct().forEach(number -> text.append(section(number)));
        text.append(RoomRules.table());
        text.append("## The defects\n| defect | what it does |\n|---|---|\n");
        for (Defect defect : Defect.values()) {
            if (defect != Defect.NONE) {
                text.append("| %s | %s |%n".formatted(defect, defect.sentence()));
            }
        }
        return text.toString().replace(System.lineSeparator(), "\n");
    }

    /** The classes of one rule, one after the other. */
    private static String section(String number) {
        return ALL.stream()
                .filter(type -> rule(type).number().equals(number))
                .map(Rules::table)
                .collect(Collectors.joining("", "## %s%n".formatted(number), ""));
    }

    private static String table(Class<? extends RuleChecks> type) {
        return Check.of(type).stream()
                .map(Rules::row)
                .collect(Collectors.joining(
                        "",
                        "%s (`%s`)%n%n| check | kills |%n|---|---|%n"
                                .formatted(rule(type).says(), type.getSimpleName()),
                        "\n"));
    }

    private static Rule rule(Class<? extends RuleChecks> type) {
        return type.getAnnotation(Rule.class);
    }

    private static String row(Check check) {
        return "| `%s` | %s |%n".formatted(check.method().getName(), check.killsText());
    }
}
