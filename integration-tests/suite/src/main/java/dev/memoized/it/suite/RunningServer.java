package dev.memoized.it.suite;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/** A server's process, from its start to its end. */
public final class RunningServer implements AutoCloseable {
    private static final Duration START = Duration.ofMinutes(4);
    private static final long STEP_MILLIS = 100;
    private static final long END_SECONDS = 30;
    private static final int TAIL = 120;

    private final Process process;
    private final Path log;

    private RunningServer(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    static RunningServer start(Server server, Setup setup) throws IOException {
        Files.createDirectories(setup.folder());
        return start(server.prepare(setup), setup.folder());
    }

    /** In a folder that is there; the log lies beside it. */
    public static RunningServer start(ProcessBuilder command, Path folder) throws IOException {
        Path log = folder.resolveSibling(folder.getFileName() + ".log");
        Process process = command.directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        RunningServer started = new RunningServer(process, log);
        Runtime.getRuntime().addShutdownHook(new Thread(started::kill));
        return started;
    }

    /** Waits until something is so, as long as the process lives and at most as long as a start may take. */
    public void await(String what, BooleanSupplier isSo) throws InterruptedException {
        Instant end = Instant.now().plus(START);
        boolean isOver = false;
        while (!isSo.getAsBoolean()) {
            if (isOver || Instant.now().isAfter(end)) {
                throw new AssertionError("%s: not so, and the server %s. Its log ends:%n%s"
                        .formatted(what, isOver ? "has ended" : "lives", tail()));
            }
            isOver = process.waitFor(STEP_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    /** All that it has said. */
    public String log() {
        try {
            return new String(Files.readAllBytes(log), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            return "";
        }
    }

    private String tail() {
        List<String> lines = log().lines().toList();
        return String.join("\n", lines.subList(Math.max(0, lines.size() - TAIL), lines.size()));
    }

    /** The number of the process. */
    public long pid() {
        return process.pid();
    }

    /** Where it and what it has started listen. */
    public List<String> listeners() throws IOException {
        return Listeners.of(family().map(ProcessHandle::pid).toList());
    }

    private Stream<ProcessHandle> family() {
        return Stream.concat(Stream.of(process.toHandle()), process.descendants());
    }

    /** Ends the process and all that it has started. */
    @Override
    public void close() {
        List<ProcessHandle> all = family().toList();
        process.destroy();
        process.onExit()
                .completeOnTimeout(process, END_SECONDS, TimeUnit.SECONDS)
                .join();
        all.forEach(ProcessHandle::destroyForcibly);
        process.onExit().join();
    }

    /** Ends all of it at once, as {@code kill -9} does. */
    public void kill() {
        family().toList().forEach(ProcessHandle::destroyForcibly);
        process.onExit().join();
    }
}
