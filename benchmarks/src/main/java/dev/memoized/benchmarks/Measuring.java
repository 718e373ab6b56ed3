package dev.memoized.benchmarks;

import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * How benchmarks are run.
 *
 * @param iterations that warm up, and as many that measure
 * @param millis an iteration lasts
 * @param progress where JMH tells what it does
 */
record Measuring(int iterations, int millis, PrintStream progress) {

    /** All benchmarks once, with processor time. */
    Round round(int threads) throws RunnerException {
        Map<String, Figure> figures = new TreeMap<>();
        run(options(1)
                        .include(Measuring.class.getPackageName() + "\\.")
                        .threads(threads)
                        .addProfiler(CpuProfiler.class))
                .forEach((name, forks) -> figures.put(name, forks.get(0)));
        return new Round(threads, figures);
    }

    /** Some benchmarks, for what they allocate. */
    Map<String, List<Figure>> allocations(int forks, List<String> names) throws RunnerException {
        ChainedOptionsBuilder options = options(forks).threads(1);
        names.forEach(name -> options.include("\\." + name.replace(".", "\\.") + "$"));
        return run(options);
    }

    /** Compiles in the foreground, for a warm-up that a loaded machine does not starve. */
    private ChainedOptionsBuilder options(int forks) {
        TimeValue time = TimeValue.milliseconds(millis);
        return new OptionsBuilder()
                .forks(forks)
                .warmupIterations(iterations)
                .warmupTime(time)
                .measurementIterations(iterations)
                .measurementTime(time)
                .addProfiler(GCProfiler.class)
                .jvmArgsAppend("-Xbatch", "-Xms512m", "-Xmx512m", "-XX:+UseG1GC")
                .shouldFailOnError(true);
    }

    private Map<String, List<Figure>> run(ChainedOptionsBuilder options) throws RunnerException {
        Map<String, List<Figure>> figures = new TreeMap<>();
        Runner runner =
                new Runner(options.build(), OutputFormatFactory.createFormatInstance(progress, VerboseMode.NORMAL));
        for (RunResult result : runner.run()) {
            String name = result.getParams().getBenchmark();
            figures.put(
                    name.substring(Measuring.class.getPackageName().length() + 1),
                    result.getBenchmarkResults().stream().map(Figure::of).toList());
        }
        return figures;
    }
}
