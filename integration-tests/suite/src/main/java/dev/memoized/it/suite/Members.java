package dev.memoized.it.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.ServiceLoader;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Two servers whose applications bring a member of a cluster each, and share what they remember. The modules of those that
 * have no cluster of their own to offer run this.
 */
@Timeout(600)
@ExtendWith(Deployed.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class Members {
    private static final Path APPLICATION = Path.of(System.getProperty("memoized.it.members"));
    private static final Path FOLDER =
            Path.of(System.getProperty("memoized.it.target", "target")).toAbsolutePath();

    private final Server kind = ServiceLoader.load(Server.class).findFirst().orElseThrow();
    private final List<Node> nodes;

    /** For the modules. */
    protected Members() {
        List<Integer> ports =
                Stream.generate(Members::freePort).distinct().limit(2).toList();
        String hosts = ports.stream().map(port -> "127.0.0.1:" + port).collect(Collectors.joining(","));
        nodes = ports.stream().map(port -> new Node(port, hosts)).toList();
    }

    /** A member also listens on the port that is 100 above. */
    private static int freePort() {
        int port = Setup.freePort();
        while (!Setup.isFree(port + 100)) {
            port = Setup.freePort();
        }
        return port;
    }

    /** A server, and the member of its application. */
    private final class Node {
        private final int http = Setup.freePort();
        private final int port;
        private final String hosts;
        private @Nullable RunningServer server;

        Node(int port, String hosts) {
            this.port = port;
            this.hosts = hosts;
        }

        void start() throws IOException, InterruptedException {
            Path folder = FOLDER.resolve("run-member-" + port);
            Setup.delete(folder);
            Setup setup = new Setup(
                    Path.of(System.getProperty("memoized.it.server")).toAbsolutePath(),
                    folder,
                    APPLICATION.toAbsolutePath(),
                    Deployment.java().toString(),
                    http,
                    1,
                    settings());
            RunningServer started = RunningServer.start(kind, setup);
            server = started;
            started.await("the application answers", client()::isServed);
            begin();
        }

        /** A member is started when it is used for the first time. */
        private void begin() {
            client().get("books/shelves/begun");
        }

        RunningServer server() {
            return Objects.requireNonNull(server);
        }

        void stop() {
            if (server != null) {
                server.close();
            }
        }

        /** A slow machine is no failure of the cluster. */
        private List<String> settings() {
            return Stream.of(
                            "type=infinispan",
                            "hosts=" + hosts,
                            "bind-address=127.0.0.1",
                            "bind-port=" + port,
                            "timeout=30s")
                    .map(setting -> "-Dmemoized.backend.default." + setting)
                    .toList();
        }

        Client client() {
            return Client.of(http);
        }
    }

    @BeforeAll
    void start() throws Exception {
        for (Node node : nodes) {
            node.start();
        }
    }

    @AfterAll
    void stop() {
        nodes.forEach(Node::stop);
    }

    private Client one() {
        return nodes.get(0).client();
    }

    private Client other() {
        return nodes.get(1).client();
    }

    private static void assertFresh(Client client, String shelf, String value) {
        Reply reply = client.get("books/shelves/" + shelf);
        assertThat(reply.get("outcome") + ": " + reply.get("value")).isEqualTo("FRESH: " + value);
    }

    private static String computed(Client client, String shelf) {
        Reply reply = client.get("books/shelves/" + shelf);
        assertThat(reply.get("outcome")).isEqualTo("COMPUTED");
        return reply.get("value");
    }

    @Test
    void valueOfOneServer_isAHitAtTheOther() {
        assertFresh(other(), "shared", computed(one(), "shared"));
    }

    @Test
    void whatOneServerDrops_theOtherComputesAnew() {
        assertFresh(other(), "dropped", computed(one(), "dropped"));
        one().post("books/shelves/dropped/leaves");
        assertFresh(one(), "dropped", computed(other(), "dropped"));
    }

    @Test
    void serverThatIsKilled_leavesWhatIsThere_andFindsItWhenItComesBack() throws Exception {
        String value = computed(other(), "lasting");
        nodes.get(1).server().kill();
        assertFresh(one(), "lasting", value);
        String alone = computed(one(), "alone");
        nodes.get(1).start();
        assertFresh(other(), "lasting", value);
        assertFresh(other(), "alone", alone);
    }

    @Test
    void servers_listenOnTheLoopbackOnly() throws Exception {
        for (Node node : nodes) {
            assertThat(node.server().listeners()).hasSizeGreaterThan(1).allMatch(Listeners::isLoopback);
        }
    }
}
