package dev.memoized.infinispan;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;

/** Where other JVMs write down what they do, and where the first computation of a key waits while a test holds it. */
final class Board implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Map<String, AtomicInteger> counts = new ConcurrentHashMap<>();
    private final Map<String, Long> holders = new ConcurrentHashMap<>();
    private final Map<String, CompletableFuture<Void>> held = new ConcurrentHashMap<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final ServerSocket socket;

    Board() {
        try {
            socket = new ServerSocket(0, 500, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        threads.execute(this::accept);
    }

    int port() {
        return socket.getLocalPort();
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket asker = socket.accept();
                threads.execute(() -> answer(asker));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void answer(Socket asker) {
        try (asker;
                BufferedReader in =
                        new BufferedReader(new InputStreamReader(asker.getInputStream(), StandardCharsets.UTF_8));
                PrintWriter out = new PrintWriter(asker.getOutputStream(), true, StandardCharsets.UTF_8)) {
            String[] words = in.readLine().split(" ");
            out.println(words[0].equals("compute") ? computed(words[1], Long.parseLong(words[2])) : called(words[1]));
        } catch (IOException gone) {
            // it was killed
        }
    }

    private int called(String key) {
        return counted("callers " + key);
    }

    private int computed(String key, long pid) {
        int number = counted("computations " + key);
        holders.put(key, pid);
        if (number == 1 && held.containsKey(key)) {
            held.get(key).orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
        }
        return number;
    }

    private int counted(String what) {
        AtomicInteger fresh = new AtomicInteger();
        AtomicInteger known = counts.putIfAbsent(what, fresh);
        return (known == null ? fresh : known).incrementAndGet();
    }

    /** The first computation of the key waits. */
    void hold(String key) {
        held.put(key, new CompletableFuture<>());
    }

    void release(String key) {
        held.get(key).complete(null);
    }

    void awaitCallers(String key, int count) {
        Awaitility.await().atMost(PATIENCE).until(() -> count("callers " + key) == count);
    }

    /** The process of whoever computes the key. */
    long awaitHolder(String key) {
        Awaitility.await().atMost(PATIENCE).until(() -> holders.containsKey(key));
        return holders.get(key);
    }

    int computations(String key) {
        return count("computations " + key);
    }

    private int count(String what) {
        return counts.getOrDefault(what, new AtomicInteger()).get();
    }

    /** For another JVM: says a line, and waits for the answer. */
    static int ask(int port, String line) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
                BufferedReader in =
                        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
                PrintWriter out = new PrintWriter(socket.getOutputStream(), true, StandardCharsets.UTF_8)) {
            out.println(line);
            return Integer.parseInt(in.readLine());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
        threads.shutdownNow();
    }
}
