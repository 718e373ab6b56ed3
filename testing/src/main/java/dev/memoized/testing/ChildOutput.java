package dev.memoized.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What a child prints: its lines wait to be read, and the last ones of all that it says are kept. Thread-safe. */
final class ChildOutput {
    private static final int KEPT = 200;

    private final Rendezvous rendezvous = new Rendezvous(Rendezvous.LIMIT);
    private final Deque<String> unread = new ArrayDeque<>();
    private final Deque<String> last = new ArrayDeque<>();
    private final List<Thread> threads;
    private boolean isOver;

    /** Does not listen yet. */
    ChildOutput(Process process, String name) {
        String whose = " of " + name + " " + process.pid();
        this.threads = List.of(
                new Thread(() -> hear(process.inputReader(StandardCharsets.UTF_8)), "output" + whose),
                new Thread(() -> read(process.errorReader(StandardCharsets.UTF_8), this::keep), "errors" + whose));
    }

    void listen() {
        threads.forEach(thread -> {
            thread.setDaemon(true);
            thread.start();
        });
    }

    private void hear(BufferedReader reader) {
        read(reader, line -> {
            keep(line);
            rendezvous.change(() -> unread.add(line));
        });
        rendezvous.change(() -> isOver = true);
    }

    private static void read(BufferedReader reader, Consumer<String> sink) {
        try (reader) {
            reader.lines().forEach(sink);
        } catch (IOException | UncheckedIOException gone) {
            // it has ended
        }
    }

    private void keep(String line) {
        rendezvous.change(() -> {
            last.add(line);
            if (last.size() > KEPT) {
                last.remove();
            }
        });
    }

    /** The first unread line that begins so; those before it are read, too. */
    String await(String beginning, Duration atMost, Supplier<String> state) {
        return await(beginning, true, atMost, state);
    }

    /** The same, but those before it stay unread. */
    String pick(String beginning, Duration atMost, Supplier<String> state) {
        return await(beginning, false, atMost, state);
    }

    private String await(String beginning, boolean isPassing, Duration atMost, Supplier<String> state) {
        AtomicReference<@Nullable String> found = new AtomicReference<>();
        Supplier<String> missing = () -> "no line \"" + beginning + "\": " + state.get();
        rendezvous.await(atMost, () -> isFound(beginning, isPassing, found) || isOver, missing);
        String line = found.get();
        if (line == null) {
            awaitEnd();
            throw new AssertionError(missing.get());
        }
        return line;
    }

    private boolean isFound(String beginning, boolean isPassing, AtomicReference<@Nullable String> found) {
        Iterator<String> lines = unread.iterator();
        while (found.get() == null && lines.hasNext()) {
            String line = lines.next();
            boolean isIt = line.startsWith(beginning);
            if (isIt) {
                found.set(line);
            }
            if (isIt || isPassing) {
                lines.remove();
            }
        }
        return found.get() != null;
    }

    /** The last lines that it has said. */
    String last() {
        return rendezvous.read(() -> String.join("\n", last));
    }

    /** Of a child that has ended. */
    void awaitEnd() {
        threads.forEach(Threads::awaitEnd);
    }
}
