package dev.memoized.it.suite;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** What another JVM keeps, as its JDK's {@code jcmd} tells it. */
public final class Heap {
    private static final String PASSING = "\"memoized-(guard|time).*";

    private final String jcmd;
    private final long process;

    /**
     * Of a process.
     *
     * @param java the command that it was started with
     */
    public Heap(String java, long process) {
        this.jcmd = java.replaceAll("java$", "jcmd");
        this.process = process;
    }

    /** How many class loaders have a class of that name, after a garbage collection. */
    public int copies(String className) throws IOException {
        ask("GC.run");
        return (int) ask("VM.classloaders", "show-classes=true").stream()
                .filter(line -> line.endsWith(" " + className))
                .count();
    }

    /** How many threads have a name that begins so, but for those that end by themselves when nothing is to be done. */
    public long threads(String name) throws IOException {
        return ask("Thread.print").stream()
                .filter(line -> line.startsWith("\"" + name) && !line.matches(PASSING))
                .count();
    }

    private List<String> ask(String... question) throws IOException {
        List<String> command = new ArrayList<>(List.of(jcmd, String.valueOf(process)));
        command.addAll(List.of(question));
        Process asked = new ProcessBuilder(command).redirectErrorStream(true).start();
        String answer = new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int code = asked.onExit().join().exitValue();
        if (code != 0) {
            throw new IOException("jcmd says " + code + ": " + answer);
        }
        return answer.lines().toList();
    }
}
