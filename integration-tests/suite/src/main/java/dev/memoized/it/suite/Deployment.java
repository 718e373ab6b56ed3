package dev.memoized.it.suite;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;

/** The one server of a run, with the application or with another one in its stead. */
final class Deployment implements AutoCloseable {
    private final Server kind = ServiceLoader.load(Server.class).findFirst().orElseThrow();
    private final Path target = Path.of(System.getProperty("memoized.it.target", "target"));
    private int starts;
    private @Nullable Path deployed;
    private @Nullable RunningServer server;
    private int port;

    Server kind() {
        return kind;
    }

    Client client() {
        return Client.of(port);
    }

    /** The server with the application, started if it is not yet. */
    RunningServer application() throws IOException, InterruptedException {
        Path application = Path.of(System.getProperty("memoized.it.application"));
        if (server != null && application.equals(deployed)) {
            return server;
        }
        RunningServer started = start(application);
        Client client = client();
        started.await("the application answers", client::isServed);
        return started;
    }

    /** A server with another application, in the other one's stead; nothing is waited for. */
    RunningServer start(Path application) throws IOException {
        close();
        port = Setup.freePort();
        Setup setup = new Setup(
                Path.of(System.getProperty("memoized.it.server")).toAbsolutePath(),
                target.resolve("run-" + kind.getClass().getSimpleName() + "-" + ++starts)
                        .toAbsolutePath(),
                application.toAbsolutePath(),
                Path.of(System.getProperty("memoized.it.java", System.getProperty("java.home")), "bin/java")
                        .toString(),
                port);
        Setup.delete(setup.folder());
        RunningServer started = RunningServer.start(kind, setup);
        server = started;
        deployed = application;
        return started;
    }

    @Override
    public void close() {
        if (server != null) {
            server.close();
            server = null;
        }
    }
}
