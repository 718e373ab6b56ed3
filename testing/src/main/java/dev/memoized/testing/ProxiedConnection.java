package dev.memoized.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A client's connection and the one that was opened to the server for it. */
final class ProxiedConnection {
    private static final int AT_ONCE = 64 * 1024;
    private static final int CONNECTS_WITHIN_MILLIS = 10_000;

    private final CountDownLatch ended = new CountDownLatch(1);
    private final Socket server = new Socket();
    private final InetSocketAddress address;
    private final Socket client;
    private final Faults faults;
    private final Thread asking;
    private final Thread answering;
    private volatile boolean hasClientLeft;
    private volatile boolean isSwallowed;

    /** Not started yet. */
    ProxiedConnection(Socket client, InetSocketAddress address, Faults faults) {
        this.address = address;
        this.client = client;
        this.faults = faults;
        this.asking = thread("questions", this::ask);
        this.answering = thread("answers", this::answer);
    }

    private Thread thread(String what, Runnable work) {
        Thread thread = new Thread(work, "fault proxy " + client.getLocalPort() + " " + what);
        thread.setDaemon(true);
        return thread;
    }

    /** Connects to the server, and begins. */
    void start() {
        asking.start();
    }

    boolean hasEnded() {
        return asking.getState() == Thread.State.TERMINATED;
    }

    /** What the client sends; it may have no more to say and still listen. */
    private void ask() {
        try {
            client.setTcpNoDelay(true);
            server.setTcpNoDelay(true);
            server.connect(address, CONNECTS_WITHIN_MILLIS);
            answering.start();
            forward(client.getInputStream(), server.getOutputStream());
            hasClientLeft = true;
            if (isSwallowed) {
                close();
            } else {
                server.shutdownOutput();
            }
        } catch (IOException gone) {
            close();
        } finally {
            awaitAnswers();
        }
    }

    /** So that it has ended when this thread has. */
    private void awaitAnswers() {
        try {
            answering.join();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private void forward(InputStream from, OutputStream to) throws IOException {
        byte[] bytes = new byte[AT_ONCE];
        for (int length = from.read(bytes); length >= 0; length = from.read(bytes)) {
            if (!isSwallowed) {
                to.write(bytes, 0, length);
            }
        }
    }

    private void answer() {
        try {
            InputStream from = server.getInputStream();
            OutputStream to = client.getOutputStream();
            byte[] bytes = new byte[AT_ONCE];
            int length = from.read(bytes);
            while (length >= 0 && passedOn(bytes, length, to)) {
                length = from.read(bytes);
            }
        } catch (IOException | InterruptedException over) {
            // closed below
        } finally {
            awaitClient();
            close();
        }
    }

    /** Out of a black hole the client does not learn that the server has ended. */
    private void awaitClient() {
        try {
            if (isSwallowed && !hasClientLeft) {
                ended.await();
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether the connection is still to be used. */
    private boolean passedOn(byte[] reply, int length, OutputStream to) throws IOException, InterruptedException {
        if (isSwallowed) {
            return true;
        }
        Fault fault = faults.next();
        if (fault == Fault.DELAY) {
            return isPassedOnLate(reply, length, to);
        }
        if (fault == null) {
            to.write(reply, 0, length);
            return true;
        }
        hurt(fault, reply, length, to);
        faults.done(fault);
        return !client.isClosed();
    }

    /** Counted when it begins: the client may lose its patience. */
    private boolean isPassedOnLate(byte[] reply, int length, OutputStream to) throws IOException, InterruptedException {
        faults.done(Fault.DELAY);
        if (ended.await(faults.delay().toNanos(), TimeUnit.NANOSECONDS)) {
            return false;
        }
        to.write(reply, 0, length);
        return true;
    }

    private void hurt(Fault fault, byte[] reply, int length, OutputStream to) throws IOException {
        switch (fault) {
            case CUT -> close();
            case RESET -> {
                to.write(reply, 0, length / 2);
                client.setSoLinger(true, 0);
                close();
            }
            case TRUNCATE -> {
                to.write(reply, 0, length / 2);
                close();
            }
            case CORRUPT -> {
                reply[faults.below(length)] ^= (byte) (1 + faults.below(255));
                to.write(reply, 0, length);
            }
            case BLACK_HOLE -> isSwallowed = true;
            case DELAY -> throw new IllegalArgumentException("takes time");
        }
    }

    /** A second call does nothing. */
    void close() {
        ended.countDown();
        closeQuietly(client);
        closeQuietly(server);
    }

    private static void closeQuietly(Socket socket) {
        try {
            socket.close();
        } catch (IOException gone) {
            // as it shall be
        }
    }

    /** After {@link #close()}. */
    void awaitEnd() {
        Threads.awaitEnd(asking);
    }
}
