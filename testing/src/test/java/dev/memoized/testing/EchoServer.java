package dev.memoized.testing;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Says what it hears. */
final class EchoServer implements AutoCloseable {
    private final Set<Socket> clients = ConcurrentHashMap.newKeySet();
    private final ServerSocket door;
    private final Thread porter;

    EchoServer() throws IOException {
        this(0);
    }

    /** On a port that is free. */
    EchoServer(int port) throws IOException {
        door = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
        porter = start(this::welcome);
    }

    private static Thread start(Runnable work) {
        Thread thread = new Thread(work, "echo");
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    private void welcome() {
        try {
            while (true) {
                Socket client = door.accept();
                clients.add(client);
                start(() -> echo(client));
            }
        } catch (IOException closed) {
            // the test is over
        }
    }

    private static void echo(Socket client) {
        try (client) {
            client.getInputStream().transferTo(client.getOutputStream());
        } catch (IOException gone) {
            // so is its connection
        }
    }

    InetSocketAddress address() {
        return new InetSocketAddress(door.getInetAddress(), door.getLocalPort());
    }

    /** Nobody is let in any more when this returns: a thread that accepts may do so once after its socket was closed. */
    @Override
    public void close() throws IOException {
        door.close();
        Threads.awaitEnd(porter);
        for (Socket client : clients) {
            client.close();
        }
    }
}
