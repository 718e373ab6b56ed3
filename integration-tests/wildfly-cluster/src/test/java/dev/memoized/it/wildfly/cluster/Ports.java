package dev.memoized.it.wildfly.cluster;

import dev.memoized.it.suite.Setup;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;

/**
 * WildFly's ports.
 *
 * @param offset how far they all lie above the usual ones
 */
record Ports(int offset) {
    private static final int HTTP = 8080;
    private static final int CLUSTER = 7600;
    private static final int[] USUAL = {4712, 4713, CLUSTER, CLUSTER + 1, 8009, HTTP, 8443, 9990, 9993};

    /** Those of two nodes lie side by side. */
    private static final int STEP = 20;

    /** All are free for a number of nodes, and below what systems give to whoever connects. */
    static Ports free(int nodes) {
        Ports first = random();
        while (!IntStream.range(0, nodes).mapToObj(first::of).allMatch(Ports::areFree)) {
            first = random();
        }
        return first;
    }

    private static Ports random() {
        return new Ports(ThreadLocalRandom.current().nextInt(1_000, 20_000));
    }

    /** Those of a node. */
    Ports of(int number) {
        return new Ports(offset + number * STEP);
    }

    int http() {
        return HTTP + offset;
    }

    /** Where JGroups listens. */
    int cluster() {
        return CLUSTER + offset;
    }

    private boolean areFree() {
        return IntStream.of(USUAL).allMatch(port -> Setup.isFree(port + offset));
    }
}
