package dev.memoized.examples.bookshop;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** The TCP port that the shop is to be opened at. */
final class Port {

    static final String PROPERTY = "port";

    private static final int STANDARD = 8080;
    private static final int SMALLEST = 1024;
    private static final int LARGEST = 65_535;

    private Port() {}

    /**
     * The one of {@code -Dport=}, else 8080.
     *
     * @throws IllegalArgumentException with a sentence for the user when it is none, or taken
     */
    static int chosen() {
        int port = parse(System.getProperty(PROPERTY, String.valueOf(STANDARD)));
        requireFree(port);
        return port;
    }

    private static int parse(String text) {
        try {
            int port = Integer.parseInt(text);
            if (port >= SMALLEST && port <= LARGEST) {
                return port;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw new IllegalArgumentException("-Dport=" + text
                + " is no port for the shop. Start with -Dport=<a number from " + SMALLEST + " to " + LARGEST + ">.");
    }

    private static void requireFree(int port) {
        try {
            new ServerSocket(port, 1, InetAddress.getLoopbackAddress()).close();
        } catch (IOException e) {
            throw new IllegalArgumentException("Port " + port + " is in use. Start with -Dport=<another>.", e);
        }
    }
}
