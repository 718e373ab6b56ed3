package dev.memoized.it.suite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;

/** The one server of a run, with the application or with another one in its stead. */
final class Deployment implements AutoCloseable {
    private static final boolean IS_EAR = Boolean.getBoolean("memoized.it.ear");

    private final Server kind = ServiceLoader.load(Server.class).findFirst().orElseThrow();
    private final Path target = Path.of(System.getProperty("memoized.it.target", "target"));
    private final Redis redis =
            new Redis(Setup.freePort(), target.resolve("run-redis").toAbsolutePath());
    private int starts;
    private @Nullable Path deployed;
    private @Nullable RunningServer server;
    private @Nullable Setup setup;

    /** What the server is to run on. */
    static Path java() {
        return Path.of(System.getProperty("memoized.it.java", System.getProperty("java.home")), "bin/java");
    }

    Server kind() {
        return kind;
    }

    Client client() {
        return Client.of(Objects.requireNonNull(setup).port());
    }

    /** Where the application remembers some of it; not started by itself. */
    Redis redis() {
        return redis;
    }

    /** The server with the application, started if it is not yet. */
    RunningServer application() throws IOException, InterruptedException {
        Path application = packed();
        if (server != null && application.equals(deployed)) {
            return server;
        }
        RunningServer started = start(application);
        awaitApplication();
        return started;
    }

    private Path packed() throws IOException {
        if (!IS_EAR) {
            return Archive.application();
        }
        Path ear = target.resolve("app.ear");
        return Files.exists(ear)
                ? ear
                : Archive.of(Archive.application()).asEar(target).write(ear);
    }

    /** Waits until the application answers. */
    void awaitApplication() throws InterruptedException {
        Objects.requireNonNull(server).await("the application answers", client()::isServed);
    }

    /** Puts an archive in place of the running one, and waits until it answers. */
    void replace(Path archive) throws IOException, InterruptedException {
        String before = client().deployment();
        ((RedeployingServer) kind).replace(Objects.requireNonNull(setup), archive);
        Objects.requireNonNull(server).await("the next deployment answers", () -> isAnother(before));
    }

    private boolean isAnother(String before) {
        try {
            String now = client().deployment();
            return !now.isEmpty() && !now.equals(before);
        } catch (UncheckedIOException none) {
            return false;
        }
    }

    /** What the server's JVM keeps. */
    Heap heap() {
        return new Heap(
                Objects.requireNonNull(setup).java(),
                Objects.requireNonNull(server).pid());
    }

    /** A server with another application, in the other one's stead; nothing is waited for. */
    RunningServer start(Path application) throws IOException {
        end();
        Setup next = new Setup(
                Path.of(System.getProperty("memoized.it.server")).toAbsolutePath(),
                target.resolve("run-" + kind.getClass().getSimpleName() + "-" + ++starts)
                        .toAbsolutePath(),
                application.toAbsolutePath(),
                java().toString(),
                Setup.freePort(),
                redis.port(),
                List.of());
        Setup.delete(next.folder());
        RunningServer started = RunningServer.start(kind, next);
        setup = next;
        server = started;
        deployed = application;
        return started;
    }

    @Override
    public void close() {
        end();
        redis.close();
    }

    private void end() {
        if (server != null) {
            server.close();
            server = null;
        }
    }
}
