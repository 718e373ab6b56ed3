package dev.memoized.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** What a JVM cannot send to a process by itself. */
final class Signals {
    private Signals() {}

    static void send(String signal, Process process) {
        if (!Files.exists(Path.of("/bin/sh"))) {
            throw new UnsupportedOperationException("no signals without /bin/sh");
        }
        try {
            // a built-in of the shell: nothing need be installed
            Process shell = new ProcessBuilder("/bin/sh", "-c", "kill -" + signal + " " + process.pid())
                    .redirectErrorStream(true)
                    .start();
            String said = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (shell.waitFor() != 0) {
                throw new AssertionError("SIG" + signal + " was not taken: " + said);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", stop);
        }
    }

    /** Whether all its threads stand still: read on Linux, taken for granted elsewhere. */
    static boolean isStopped(Process process) {
        Path threads = Path.of("/proc", Long.toString(process.pid()), "task");
        if (!Files.exists(threads)) {
            return true;
        }
        try (Stream<Path> each = Files.list(threads)) {
            return each.allMatch(Signals::isThreadStopped);
        } catch (IOException | UncheckedIOException gone) {
            return false;
        }
    }

    private static boolean isThreadStopped(Path thread) {
        try {
            String facts = Files.readString(thread.resolve("stat"));
            // behind the name, which stands in brackets and may hold anything
            return facts.charAt(facts.lastIndexOf(')') + 2) == 'T';
        } catch (IOException gone) {
            return false;
        }
    }
}
