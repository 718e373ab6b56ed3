package dev.memoized.benchmarks;

import java.util.ArrayList;
import java.util.List;
import org.openjdk.jmh.runner.RunnerException;

/** What {@code benchmarks/run} starts. Results go to standard output, JMH's progress to standard error. */
final class Main {
    private Main() {}

    public static void main(String[] arguments) throws RunnerException {
        switch (String.join(" ", arguments)) {
            case "" -> {
                report(new Measuring(5, 350, System.err), 3, 1);
                report(new Measuring(5, 350, System.err), 3, 2);
            }
            case "--short" -> report(new Measuring(3, 250, System.err), 1, 1);
            case "--alloc" -> System.exit(new AllocationGate(System.out).passes() ? 0 : 1);
            default -> {
                System.err.println("usage: benchmarks/run [--short|--alloc]");
                System.exit(2);
            }
        }
    }

    private static void report(Measuring measuring, int times, int threads) throws RunnerException {
        List<Round> rounds = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            rounds.add(measuring.round(threads));
        }
        new Report(rounds, System.out).print();
    }
}
