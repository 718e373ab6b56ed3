package dev.memoized.it.suite;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.exceptions.JedisConnectionException;
import redis.clients.jedis.exceptions.JedisDataException;

/** The Redis that the application remembers in: a server of the system's on a port of 127.0.0.1, to be killed and started. */
final class Redis implements AutoCloseable {
    private static final String PROGRAM = "redis-server";
    private static final Duration START = Duration.ofMinutes(1);
    private static final long STEP_MILLIS = 20;

    private final int port;
    private final Path folder;
    private @Nullable Process process;

    /** Not started. */
    Redis(int port, Path folder) {
        this.port = port;
        this.folder = folder;
    }

    int port() {
        return port;
    }

    /** Empty, if it is not there. Where the system has none the test is passed over, or fails where all must run. */
    void start() throws IOException, InterruptedException {
        if (process != null && process.isAlive()) {
            return;
        }
        requireProgram();
        Files.createDirectories(folder);
        File log = folder.resolve("redis.log").toFile();
        Process started = new ProcessBuilder(
                        PROGRAM, "--port", "" + port, "--bind", "127.0.0.1", "--save", "", "--dir", folder.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log))
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(started::destroyForcibly));
        process = started;
        Instant end = Instant.now().plus(START);
        while (!answers()) {
            if (started.waitFor(STEP_MILLIS, TimeUnit.MILLISECONDS)
                    || Instant.now().isAfter(end)) {
                throw new AssertionError("no answer of Redis: " + Files.readString(log.toPath()));
            }
        }
    }

    private static void requireProgram() {
        boolean isThere = Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(each -> Files.isExecutable(Path.of(each, PROGRAM)));
        if (!isThere && System.getProperty("memoized.require", "").equals("all")) {
            throw new AssertionError(PROGRAM + " is not on the path, and all tests must run");
        }
        Assumptions.assumeTrue(isThere, PROGRAM + " is not on the path");
    }

    private boolean answers() {
        try (Jedis client = client()) {
            return client.ping().equals("PONG");
        } catch (JedisConnectionException | JedisDataException notYet) {
            return false;
        }
    }

    private Jedis client() {
        return new Jedis("127.0.0.1", port);
    }

    /** The names of all that lies there. */
    List<String> names() {
        try (Jedis client = client()) {
            return client.keys("*").stream().sorted().toList();
        }
    }

    /** Without a farewell. */
    @Override
    public void close() {
        if (process != null) {
            process.destroyForcibly().onExit().join();
            process = null;
        }
    }
}
