package dev.memoized.it.wildfly.cluster;

import dev.memoized.it.suite.Client;
import dev.memoized.it.suite.RunningServer;
import dev.memoized.it.suite.WildFlyCommand;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A WildFly that is a member of a cluster, with a configuration and deployments of its own. */
final class Node implements AutoCloseable {
    private final Path base;
    private final Ports ports;
    private final ProcessBuilder command;
    private RunningServer server;

    /**
     * Does not start it yet.
     *
     * @param hosts where JGroups of all nodes listens, as JGroups writes it
     */
    Node(String java, Path home, Path base, Ports ports, String hosts) {
        this.base = base;
        this.ports = ports;
        this.command = WildFlyCommand.server(
                jvm(java),
                home,
                base,
                List.of(
                        "-c",
                        "standalone-ha.xml",
                        "-Djboss.node.name=" + base.getFileName(),
                        "-Djboss.bind.address.private=127.0.0.1",
                        "-Djboss.socket.binding.port-offset=" + ports.offset(),
                        "-Dcluster.hosts=" + hosts));
    }

    /** A slow machine is no failure of the cluster; and the Redis of the suite is not there. */
    private static List<String> jvm(String java) {
        return List.of(
                java,
                "-Xmx512m",
                "-Djava.net.preferIPv4Stack=true",
                "-Dmemoized.default.expire-after=1h",
                "-Dmemoized.backend.default.timeout=30s",
                "-Dmemoized.backend." + Held.REFUSED + ".timeout=30s",
                "-Dmemoized.backend.redis.uri=redis://127.0.0.1:1");
    }

    /** Starts it, and waits until the application answers and so many nodes see each other. */
    void start(int nodes) throws IOException, InterruptedException {
        server = RunningServer.start(command, base);
        server.await("the application answers", client()::isServed);
        server.await(nodes + " nodes see each other", () -> server.log().contains("] (" + nodes + ") ["));
    }

    Client client() {
        return client(Archives.APPLICATION);
    }

    Client client(String application) {
        return Client.of(ports.http(), application);
    }

    RunningServer server() {
        return server;
    }

    Path base() {
        return base;
    }

    /** Where an archive is to lie. */
    Path deployment(String application) {
        return base.resolve("deployments/" + application + ".war");
    }

    @Override
    public void close() {
        if (server != null) {
            server.close();
        }
    }
}
