package dev.memoized.redis;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import org.jspecify.annotations.Nullable;

/** A program of the system's Redis with a log, to be killed and started again. */
final class RedisProcess implements AutoCloseable {
    private static final Duration STARTS_WITHIN = Duration.ofSeconds(60);

    private final File log;
    private final List<String> command;
    private @Nullable Process process;

    /** Not started yet; with a folder that exists. */
    RedisProcess(Path folder, String program, String... arguments) {
        this.log = folder.resolve("redis.log").toFile();
        this.command = Stream.concat(Stream.of(RedisServer.onThePath(program)), Stream.of(arguments))
                .toList();
    }

    /** Until it answers. */
    void start(BooleanSupplier answers) throws IOException {
        process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log))
                .start();
        try {
            Awaitility.await().atMost(STARTS_WITHIN).until(answers::getAsBoolean);
        } catch (ConditionTimeoutException dead) {
            throw new AssertionError("no answer: " + log(), dead);
        }
    }

    /** What it has written. */
    String log() {
        try {
            return log.exists() ? Files.readString(log.toPath()) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Without a farewell. */
    void kill() {
        Process running = process;
        if (running != null) {
            running.destroyForcibly();
            try {
                running.waitFor(10, TimeUnit.SECONDS);
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
            }
        }
    }

    void signal(String name) throws Exception {
        Servers.signal(name, Objects.requireNonNull(process).pid());
    }

    @Override
    public void close() {
        kill();
    }
}
