package dev.memoized.impl.proof;

import dev.memoized.impl.engine.Body;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The checks of a rule: the engine passes them, and so does the naive memoizer; {@link MutantsTest} runs the mutants. */
abstract class RuleChecks {
    /** More than any healthy machine needs. */
    static final Duration LIMIT = Duration.ofSeconds(60);

    private static final int ROUNDS = Integer.getInteger("memoized.rounds", 1);

    /** How often the body has begun. */
    final AtomicInteger computations = new AtomicInteger();

    /** Returns "value-1", "value-2" … */
    final Body counting() {
        return arguments -> "value-" + computations.incrementAndGet();
    }

    @TestFactory
    Stream<DynamicNode> engine() {
        return Check.of(getClass()).stream()
                .map(check -> DynamicTest.dynamicTest(check.method().getName(), () -> {
                    for (int round : IntStream.range(0, ROUNDS).toArray()) {
                        check.run(new RealMemoizing(), LIMIT);
                    }
                }));
    }

    @TestFactory
    Stream<DynamicNode> naive() {
        return Check.of(getClass()).stream()
                .map(check -> DynamicTest.dynamicTest(check.method().getName(), () -> {
                    for (int round : IntStream.range(0, ROUNDS).toArray()) {
                        check.run(new NaiveMemoizing(Defect.NONE), LIMIT);
                    }
                }));
    }
}
