package dev.memoized.it.wildfly.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.memoized.it.suite.Client;
import dev.memoized.it.suite.Heap;
import dev.memoized.it.suite.Reply;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** A node whose application is deployed again while the server goes on. */
@Timeout(600)
@ExtendWith(OnTwoNodes.class)
class RedeployedNodeIT {
    private static final int ROUNDS = 5;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String APPLICATION = "dev.memoized.it.application.DeploymentResource";

    private final TwoNodes nodes;

    RedeployedNodeIT(TwoNodes nodes) {
        this.nodes = nodes;
    }

    @Test
    void redeployedApplication_findsWhatIsThere_andLeavesNoListener() throws Exception {
        Node node = nodes.one();
        String value = nodes.other().client().get("books/shelves/lasting").get("value");
        for (int round = 0; round < ROUNDS; round++) {
            assertFresh(node.client(), value);
            redeploy(node);
        }
        assertFresh(node.client(), value);
        int left = left(node);
        System.out.printf("after %d redeployments %d class loaders of the application stay%n", ROUNDS, left);
        assertThat(left).isBetween(0, ROUNDS - 1);
    }

    private static void assertFresh(Client client, String value) {
        Reply reply = client.get("books/shelves/lasting");
        assertThat(reply.get("value")).isEqualTo(value);
        assertThat(reply.get("outcome")).isEqualTo("FRESH");
    }

    private static void redeploy(Node node) throws IOException, InterruptedException {
        String before = node.client().deployment();
        Path archive = node.deployment(Archives.APPLICATION);
        Files.writeString(archive.resolveSibling(archive.getFileName() + ".dodeploy"), "");
        node.server().await("the next deployment answers", () -> isAnother(node, before));
    }

    private static boolean isAnother(Node node, String before) {
        try {
            String now = node.client().deployment();
            return !now.isEmpty() && !now.equals(before);
        } catch (UncheckedIOException none) {
            return false;
        }
    }

    /** How many former deployments garbage collections leave: WildFly itself keeps one or two, a listener of ours would keep each. */
    private static int left(Node node) throws IOException {
        Heap heap = new Heap(TwoNodes.JAVA, node.server().pid());
        Instant end = Instant.now().plus(PATIENCE);
        int left = ROUNDS;
        while (left >= ROUNDS && Instant.now().isBefore(end)) {
            left = heap.copies(APPLICATION) - 1;
        }
        return left;
    }
}
