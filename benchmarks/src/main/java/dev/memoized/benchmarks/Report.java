package dev.memoized.benchmarks;

import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** Prints rounds of one number of threads as tables: medians, with the least and the most of the rounds. */
final class Report {
    private static final String RAW = "HitBenchmark.raw";
    private static final String EMPTY = "HitBenchmark.empty";
    private static final String EMPTY_OF_TWO = "HitBenchmark.emptyOfTwo";
    private static final String HIT = "HitBenchmark.hit";
    private static final String HIT_OF_TWO = "HitBenchmark.hitOfTwo";

    private final List<Round> rounds;
    private final PrintStream out;

    Report(List<Round> rounds, PrintStream out) {
        this.rounds = rounds;
        this.out = out;
    }

    void print() {
        out.printf("%n| %d thread(s), %d round(s) | CPU ns/op | ratio to raw | B/op |%n", threads(), rounds.size());
        out.println("|---|---|---|---|");
        for (String name : rounds.get(0).figures().keySet()) {
            String raw = name.replaceFirst("\\..*", ".raw");
            Spread nanos = spread(round -> round.nanos(name));
            Spread ratio = spread(round -> round.nanos(name) / round.nanos(raw));
            out.printf("| %s | %s | %s | %s |%n", name, nanos, ratio, spread(round -> round.bytes(name)));
        }
        out.printf("%n| compared within a round | figure |%n|---|---|%n");
        comparisons().forEach((sentence, figure) -> out.printf("| %s | %s |%n", sentence, spread(figure)));
    }

    private static Map<String, ToDoubleFunction<Round>> comparisons() {
        Map<String, ToDoubleFunction<Round>> comparisons = new LinkedHashMap<>();
        comparisons.put("hit - empty, B/op", round -> round.bytes(HIT) - round.bytes(EMPTY));
        comparisons.put("hit / empty", round -> round.nanos(HIT) / round.nanos(EMPTY));
        comparisons.put("(hit - empty) / raw", round -> (round.nanos(HIT) - round.nanos(EMPTY)) / round.nanos(RAW));
        comparisons.put(
                "two arguments: hit - empty, B/op", round -> round.bytes(HIT_OF_TWO) - round.bytes(EMPTY_OF_TWO));
        comparisons.put("two arguments: hit / empty", round -> round.nanos(HIT_OF_TWO) / round.nanos(EMPTY_OF_TWO));
        comparisons.put(
                "two arguments: (hit - empty) / raw",
                round -> (round.nanos(HIT_OF_TWO) - round.nanos(EMPTY_OF_TWO)) / round.nanos(RAW));
        return comparisons;
    }

    private int threads() {
        return rounds.get(0).threads();
    }

    private Spread spread(ToDoubleFunction<Round> figure) {
        return Spread.of(rounds, figure);
    }
}
