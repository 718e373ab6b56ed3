package dev.memoized.architecture;

import java.util.List;
import java.util.function.Predicate;

/** What tests do not do. */
final class TestRules {
    /** Tests that may be passed over say what becomes of them when everything is required. */
    private static final String REQUIRE = "memoized.require";

    static final List<Rule> ALL = List.of(
            rule("no-sleep-in-tests", source -> true, use -> use.matches("sleep|parkNanos|parkUntil|delayedExecutor")),
            rule(
                    "no-switched-off-tests",
                    source -> true,
                    use -> use.matches("@(Disabled|Enabled|Ignore)(On|If|For|Until)?\\w*")),
            rule(
                    "no-silent-assumptions",
                    source -> !source.text().contains(REQUIRE),
                    use -> use.matches("assum(e|ing)[A-Z]\\w*|abort|new TestAbortedException")));

    private TestRules() {}

    private static Rule rule(String name, Predicate<Source> scope, Predicate<String> forbidden) {
        return new Rule(name, code -> code.sources().stream()
                .filter(Source::isJava)
                .filter(scope)
                .flatMap(source -> Uses.in(source.unit()).stream()
                        .filter(use -> forbidden.test(use.name()))
                        .map(use -> source.violation(use.tree(), "uses " + use.name())))
                .toList());
    }
}
