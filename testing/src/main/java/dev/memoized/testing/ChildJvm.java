package dev.memoized.testing;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * Another JVM with the class path of the test, that a test talks to in lines, kills and pauses. It ends with the test: when
 * this is closed, or at the latest when the test's own JVM has ended, however that came about.
 *
 * <pre>{@code
 * try (ChildJvm child = ChildJvm.start(Worker.class, "redis://127.0.0.1:6379")) {
 *     child.await("ready");
 *     child.send("compute 5");
 *     child.await("computing");
 *     child.kill();
 *     ...
 * }
 * }</pre>
 *
 * <p>{@code Worker} need not be public; its {@code main} reads lines from {@link System#in} and prints lines to
 * {@link System#out}. What fails here tells the last lines that the child has printed, its errors among them. Thread-safe.
 */
public final class ChildJvm implements AutoCloseable {
    private static final List<String> SMALL = List.of("-Xmx128m");
    private static final long STEP_MILLIS = 5;

    private final Thread atExit = new Thread(this::end, "end of a child JVM");
    private final AtomicInteger deeds = new AtomicInteger();
    private final String name;
    private final Process process;
    private final BufferedWriter input;
    private final ChildOutput output;

    private ChildJvm(String name, Process process) {
        this.name = name;
        this.process = process;
        this.input = process.outputWriter(StandardCharsets.UTF_8);
        this.output = new ChildOutput(process, name);
    }

    /**
     * Starts one with a heap of 128 MB.
     *
     * @param main its {@code main} is run
     * @param arguments of {@code main}
     * @return a JVM that starts; it need not have come to {@code main}
     */
    public static ChildJvm start(Class<?> main, String... arguments) {
        return start(SMALL, main, arguments);
    }

    /**
     * Starts one with options of its own.
     *
     * @param options of the JVM: {@code -Xmx64m}, {@code -Dname=value}
     * @param main its {@code main} is run
     * @param arguments of {@code main}
     * @return a JVM that starts; it need not have come to {@code main}
     */
    public static ChildJvm start(List<String> options, Class<?> main, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.add(ChildMain.class.getName());
        command.add(Long.toString(ProcessHandle.current().pid()));
        command.add(main.getName());
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
        try {
            ChildJvm child = new ChildJvm(main.getSimpleName(), builder.start());
            Runtime.getRuntime().addShutdownHook(child.atExit);
            child.output.listen();
            return child;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /**
     * Says a line to the child.
     *
     * @param line without its end
     * @throws AssertionError when the child has ended
     */
    public void send(String line) {
        try {
            input.write(line + "\n");
            input.flush();
        } catch (IOException gone) {
            throw new AssertionError("cannot be told \"" + line + "\": " + state(), gone);
        }
    }

    /**
     * Blocks until the child prints a line that begins so; lines before it are passed over. At most 30 seconds.
     *
     * @param beginning of a line, or all of it
     * @return the whole line
     * @throws AssertionError when it does not come, or the child has ended without it
     */
    public String await(String beginning) {
        return await(beginning, Rendezvous.LIMIT);
    }

    /**
     * The same for what may take longer.
     *
     * @param beginning of a line, or all of it
     * @param atMost how long
     * @return the whole line
     * @throws AssertionError when it does not come, or the child has ended without it
     */
    public String await(String beginning, Duration atMost) {
        return output.await(beginning, atMost, this::state);
    }

    /**
     * Tells a child that {@linkplain Deeds#obey obeys} to do something; it may do more than one thing at once.
     *
     * @param deed its words
     * @return its number, by which the answer is awaited
     */
    public int tell(String deed) {
        int number = deeds.incrementAndGet();
        send(number + " " + deed);
        return number;
    }

    /**
     * Blocks until the child answers to a deed. Answers to others, which may come before, stay there to be asked for.
     *
     * @param deed its number
     * @param atMost how long
     * @return what came of it
     * @throws AssertionError when no answer comes, or the child has ended without one
     */
    public String answer(int deed, Duration atMost) {
        String beginning = deed + " ";
        return output.pick(beginning, atMost, this::state).substring(beginning.length());
    }

    private String state() {
        String life = process.isAlive() ? " lives" : " has ended with " + process.exitValue();
        return name + " (" + pid() + ")" + life + ". Its last lines:\n" + output.last();
    }

    /**
     * The number of its process.
     *
     * @return also when it has ended
     */
    public long pid() {
        return process.pid();
    }

    /**
     * Whether it has not ended.
     *
     * @return true also when it is paused
     */
    public boolean isAlive() {
        return process.isAlive();
    }

    /** Kills it without a farewell (SIGKILL), also when it is paused; has ended when this returns. */
    public void kill() {
        process.destroyForcibly();
        process.onExit().join();
    }

    /**
     * Stops all its threads (SIGSTOP) until {@link #resume()}; they have stopped when this returns.
     *
     * @throws UnsupportedOperationException where there are no such signals
     */
    public void pause() {
        Signals.send("STOP", process);
        awaitStopped();
    }

    private void awaitStopped() {
        long end = System.nanoTime() + Rendezvous.LIMIT.toNanos();
        while (!Signals.isStopped(process)) {
            if (awaitEnd(STEP_MILLIS) || System.nanoTime() - end > 0) {
                throw new AssertionError("cannot be paused: " + state());
            }
        }
    }

    /**
     * Lets it go on (SIGCONT); the time meanwhile has passed for it in one moment.
     *
     * @throws UnsupportedOperationException where there are no such signals
     */
    public void resume() {
        Signals.send("CONT", process);
    }

    /**
     * Blocks until it has ended by itself, at most 30 seconds.
     *
     * @return its exit code
     * @throws AssertionError when it goes on
     */
    public int awaitEnd() {
        if (!awaitEnd(Rendezvous.LIMIT.toMillis())) {
            throw new AssertionError("does not end: " + state());
        }
        return process.exitValue();
    }

    private boolean awaitEnd(long millis) {
        try {
            return process.waitFor(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted: " + state(), stop);
        }
    }

    /** Ends it and what it has started. A second call does nothing. */
    @Override
    public void close() {
        end();
        process.onExit().join();
        output.awaitEnd();
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException late) {
            // this JVM ends, and has ended the child
        }
    }

    private void end() {
        Stream.concat(process.descendants(), Stream.of(process.toHandle()))
                .toList()
                .forEach(ProcessHandle::destroyForcibly);
    }
}
