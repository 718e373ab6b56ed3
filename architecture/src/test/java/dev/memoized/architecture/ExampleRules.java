package dev.memoized.architecture;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.DoWhileLoopTree;
import com.sun.source.tree.EmptyStatementTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.WhileLoopTree;
import com.sun.source.util.TreeScanner;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What is slow in the examples is slow by its work: nothing there sleeps, spins or waits for time to pass. */
final class ExampleRules {
    /** Also in SQL, in scripts and inside texts. */
    private static final Pattern SLEEP = Pattern.compile("sleep|waitfor\\s+delay", Pattern.CASE_INSENSITIVE);

    private static final Set<String> DELAYS = Set.of(
            "wait",
            "parkNanos",
            "parkUntil",
            "park",
            "onSpinWait",
            "yield",
            "delayedExecutor",
            "completeOnTimeout",
            "orTimeout",
            "timedWait",
            "schedule",
            "scheduleAtFixedRate",
            "scheduleWithFixedDelay",
            "setTimeout",
            "new Timer");

    private static final Set<String> CLOCKS =
            Set.of("nanoTime", "currentTimeMillis", "now", "millis", "isBefore", "isAfter", "compareTo");

    static final List<Rule> ALL = List.of(
            new Rule("no-sleep-in-examples", code -> code.sources().stream()
                    .flatMap(ExampleRules::sleeps)
                    .toList()),
            new Rule("no-delay-in-examples", code -> code.sources().stream()
                    .filter(Source::isJava)
                    .flatMap(ExampleRules::delays)
                    .toList()),
            new Rule("no-busy-loop-in-examples", code -> code.sources().stream()
                    .flatMap(source -> busyLoops(source).stream())
                    .toList()));

    private ExampleRules() {}

    private static Stream<String> sleeps(Source source) {
        String text = source.isJava() ? CodeLines.withoutComments(source.text()) : source.text();
        return SLEEP.matcher(text).results().map(found -> source.name() + " : says \"" + found.group() + "\"");
    }

    private static Stream<String> delays(Source source) {
        return Uses.in(source.unit()).stream()
                .filter(use -> DELAYS.contains(use.name()))
                .map(use -> source.violation(use.tree(), "uses " + use.name()));
    }

    private static List<String> busyLoops(Source source) {
        return source.scan(new TreeScanner<>() {
            @Override
            public Void visitWhileLoop(WhileLoopTree loop, List<String> found) {
                check(loop, loop.getStatement(), List.of(loop.getCondition()), found);
                return super.visitWhileLoop(loop, found);
            }

            @Override
            public Void visitDoWhileLoop(DoWhileLoopTree loop, List<String> found) {
                check(loop, loop.getStatement(), List.of(loop.getCondition()), found);
                return super.visitDoWhileLoop(loop, found);
            }

            @Override
            public Void visitForLoop(ForLoopTree loop, List<String> found) {
                List<Tree> head = Stream.<Tree>concat(Stream.ofNullable(loop.getCondition()), loop.getUpdate().stream())
                        .toList();
                check(loop, loop.getStatement(), head, found);
                return super.visitForLoop(loop, found);
            }

            private void check(Tree loop, StatementTree body, List<? extends Tree> head, List<String> found) {
                if (isEmpty(body) || (readsClock(head, body) && doesNothingElse(body))) {
                    found.add(source.violation(loop, "a loop that only waits"));
                }
            }
        });
    }

    private static boolean isEmpty(StatementTree body) {
        return body instanceof EmptyStatementTree
                || (body instanceof BlockTree block && block.getStatements().isEmpty());
    }

    private static boolean readsClock(List<? extends Tree> head, StatementTree body) {
        return Stream.concat(head.stream(), Stream.of(body))
                .flatMap(tree -> Uses.in(tree).stream())
                .anyMatch(use -> CLOCKS.contains(use.name()));
    }

    private static boolean doesNothingElse(StatementTree body) {
        return Uses.in(body).stream().allMatch(use -> CLOCKS.contains(use.name()));
    }
}
