package dev.memoized.it.wildfly.cluster;

import dev.memoized.it.suite.Client;
import dev.memoized.it.suite.Reply;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** A key that both nodes are asked for, and whose computations last until they are released. */
final class HeldKey implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 90;

    private final ExecutorService callers = Executors.newCachedThreadPool();
    private final TwoNodes nodes;
    private final String path;

    HeldKey(TwoNodes nodes, String key) {
        this.nodes = nodes;
        this.path = "held/" + key;
    }

    /** Asks a node, and does not wait for its answer. */
    Future<Reply> ask(Client client) {
        return callers.submit(() -> client.get(path));
    }

    static String value(Future<Reply> asked) throws Exception {
        return asked.get(PATIENCE_SECONDS, TimeUnit.SECONDS).get("value");
    }

    /** Waits until so many have come to a node. */
    void awaitCallers(Client client, int count) {
        client.getUntil(path + "/state", state -> state.number("callers") == count);
    }

    /** Waits until a node computes. */
    void awaitComputation(Client client) {
        client.getUntil(path + "/state", state -> state.number("computations") > 0);
    }

    long computations(Client client) {
        return client.get(path + "/state").number("computations");
    }

    /** Lets the computations of a node end, later ones too. */
    void release(Client client) {
        client.post(path + "/release");
    }

    /** Makes a node drop it, by its key, its tag or its namespace. */
    void drop(Client client, String by) {
        client.delete(path + "/" + by);
    }

    /** Nothing is held any longer; a node that is gone holds nothing. */
    @Override
    public void close() {
        callers.shutdownNow();
        nodes.clients().stream().filter(Client::isServed).forEach(this::release);
    }
}
