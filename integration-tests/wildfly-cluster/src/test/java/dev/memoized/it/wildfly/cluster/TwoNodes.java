package dev.memoized.it.wildfly.cluster;

import dev.memoized.it.suite.Client;
import dev.memoized.it.suite.Setup;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Two nodes of one installation. */
final class TwoNodes implements AutoCloseable {
    /** What they run on. */
    static final String JAVA =
            Path.of(System.getProperty("memoized.it.java"), "bin/java").toString();

    private static final Path FOLDER = Path.of("target/nodes").toAbsolutePath();

    private final Path home = Path.of(System.getProperty("memoized.it.server")).toAbsolutePath();
    private final Node one;
    private final Node other;

    /** Does not start them yet. */
    TwoNodes() {
        Ports ports = Ports.free(2);
        String hosts = "127.0.0.1[%d],127.0.0.1[%d]"
                .formatted(ports.of(0).cluster(), ports.of(1).cluster());
        one = new Node(JAVA, home, FOLDER.resolve("node1"), ports.of(0), hosts);
        other = new Node(JAVA, home, FOLDER.resolve("node2"), ports.of(1), hosts);
    }

    /** The second one finds the first one. */
    void start() throws IOException, InterruptedException {
        Setup.delete(FOLDER);
        Setup.copy(home.resolve("standalone"), one.base());
        Script.run(JAVA, home, one.base());
        Setup.copy(one.base(), other.base());
        Archives.application().write(one.deployment(Archives.APPLICATION));
        Setup.copy(one.deployment(Archives.APPLICATION), other.deployment(Archives.APPLICATION));
        Archives.contract().write(one.deployment(Archives.CONTRACT));
        one.start(1);
        other.start(2);
    }

    Node one() {
        return one;
    }

    Node other() {
        return other;
    }

    List<Client> clients() {
        return List.of(one.client(), other.client());
    }

    @Override
    public void close() {
        other.close();
        one.close();
    }
}
