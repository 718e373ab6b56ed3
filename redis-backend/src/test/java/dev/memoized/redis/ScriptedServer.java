package dev.memoized.redis;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Answers each command with what the test says; those by which a connection begins, like an old server. */
final class ScriptedServer implements AutoCloseable {
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private final AtomicInteger connections = new AtomicInteger();
    private final Map<String, Integer> commands = new ConcurrentHashMap<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition change = lock.newCondition();
    private String holding = "";
    private int held;
    private final ServerSocket door;
    private volatile String answer = "-ERR nothing to say";

    ScriptedServer() {
        try {
            door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        run(this::accept);
    }

    private static void run(Runnable task) {
        Thread thread = new Thread(task, "scripted server");
        thread.setDaemon(true);
        thread.start();
    }

    /** From now on; in the protocol's form, without the end of the line. */
    void say(String text) {
        answer = text;
    }

    /** These texts. */
    void sayList(Object... texts) {
        StringBuilder all = new StringBuilder("*" + texts.length);
        for (Object text : texts) {
            all.append("\r\n$").append(text.toString().length()).append("\r\n").append(text);
        }
        say(all.toString());
    }

    /** From now on answers to this command are made, and not sent. */
    void hold(String command) {
        change(() -> holding = command);
    }

    /** Sends what is held, and all else. */
    void release() {
        change(() -> {
            holding = "";
            held = 0;
        });
    }

    /** How many answers are held. */
    int held() {
        lock.lock();
        try {
            return held;
        } finally {
            lock.unlock();
        }
    }

    private void change(Runnable what) {
        lock.lock();
        try {
            what.run();
            change.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void awaitRelease(String command) {
        lock.lock();
        try {
            held += command.equals(holding) ? 1 : 0;
            while (command.equals(holding)) {
                change.awaitUninterruptibly();
            }
        } finally {
            lock.unlock();
        }
    }

    /** How often one has come so far. */
    int commands(String name) {
        return commands.getOrDefault(name, 0);
    }

    int port() {
        return door.getLocalPort();
    }

    /** How many have come so far. */
    int connections() {
        return connections.get();
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                Socket socket = door.accept();
                connections.incrementAndGet();
                sockets.add(socket);
                run(() -> serve(socket));
            } catch (IOException over) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            InputStream in = new BufferedInputStream(socket.getInputStream());
            while (true) {
                List<String> command = command(in);
                String name = command.get(0).toUpperCase(Locale.ROOT);
                String reply = reply(name) + "\r\n";
                commands.merge(name, 1, Integer::sum);
                awaitRelease(name);
                socket.getOutputStream().write(reply.getBytes(UTF_8));
            }
        } catch (IOException over) {
            sockets.remove(socket);
        }
    }

    private String reply(String name) {
        return name.equals("HELLO") ? "-ERR unknown command 'HELLO'" : answer;
    }

    private static List<String> command(InputStream in) throws IOException {
        int count = number(in);
        List<String> words = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            words.add(new String(in.readNBytes(number(in)), UTF_8));
            in.skipNBytes(2);
        }
        return words;
    }

    /** After a letter. */
    private static int number(InputStream in) throws IOException {
        StringBuilder digits = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new IOException("over");
            }
            digits.append((char) next);
        }
        return Integer.parseInt(digits.substring(1).trim());
    }

    @Override
    public void close() {
        try {
            door.close();
            for (Socket socket : sockets) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
