package dev.memoized.benchmarks;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.openjdk.jmh.runner.RunnerException;

/**
 * A hit makes no object. Of three forks the one counts that allocates least: what the compiler fails to remove now and
 * then is not ours, what is always there is.
 */
final class AllocationGate {
    private static final double BOUND = 8; // no object is smaller than two of these
    private static final String EMPTY = "HitBenchmark.empty";
    private static final String HIT = "HitBenchmark.hit";
    private static final String WRAPPED = "HitBenchmark.hitOfWrapped";

    private final PrintStream out;

    AllocationGate(PrintStream out) {
        this.out = out;
    }

    /** Whether everything held; each check prints a line. */
    boolean passes() {
        System.setProperty("jmh.ignoreLock", "true"); // bytes are the same beside other benchmarks
        ByteArrayOutputStream progress = new ByteArrayOutputStream();
        try {
            return judge(new Measuring(2, 400, new PrintStream(progress, true, StandardCharsets.UTF_8))
                    .allocations(3, List.of(EMPTY, HIT, WRAPPED)));
        } catch (RunnerException | RuntimeException failure) {
            System.err.println(progress.toString(StandardCharsets.UTF_8));
            return check(false, "the benchmarks run: " + failure);
        }
    }

    private boolean judge(Map<String, List<Figure>> figures) {
        double empty = least(figures, EMPTY);
        double hit = least(figures, HIT) - empty;
        double wrapped = least(figures, WRAPPED) - empty;
        boolean lean = check(
                hit < BOUND, text("hit minus empty interceptor = %.2f B/op < %.0f (empty %.2f)", hit, BOUND, empty));
        boolean bites = check(
                wrapped >= BOUND,
                text("the gate bites: with the key wrapped in an object %.2f B/op >= %.0f", wrapped, BOUND));
        return lean && bites;
    }

    private static double least(Map<String, List<Figure>> figures, String name) {
        return figures.getOrDefault(name, List.of()).stream()
                .mapToDouble(Figure::bytes)
                .min()
                .orElseThrow(() -> new IllegalStateException("nothing was measured of " + name));
    }

    private static String text(String form, Object... parts) {
        return String.format(Locale.ROOT, form, parts);
    }

    private boolean check(boolean holds, String sentence) {
        out.println((holds ? "ok - " : "not ok - ") + sentence);
        return holds;
    }
}
