package dev.memoized.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The other side of {@link ChildJvm#tell}: what the program of a child does that is told deeds. It says {@code ready}, and
 * then answers each with its number and what came of it, or {@code failed} and the exception.
 */
public final class Deeds {
    private final ReentrantLock saying = new ReentrantLock();
    private final PrintStream out;
    private final Doing doing;

    /** What a program can do. */
    @FunctionalInterface
    public interface Doing {

        /**
         * Does something.
         *
         * @param words of the deed
         * @return the answer, one line
         * @throws Exception which is the answer then
         */
        String done(List<String> words) throws Exception;
    }

    private Deeds(PrintStream out, Doing doing) {
        this.out = out;
        this.doing = doing;
    }

    /**
     * Obeys until the parent says nothing any more.
     *
     * @param in what the parent says: {@link System#in}
     * @param out what the parent hears: {@link System#out}
     * @param threads do the deeds, many at once if they like
     * @param doing does one
     * @throws IOException the parent cannot be heard
     */
    public static void obey(InputStream in, PrintStream out, Executor threads, Doing doing) throws IOException {
        Deeds deeds = new Deeds(out, doing);
        BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        deeds.say("ready");
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            List<String> words = List.of(line.split(" "));
            threads.execute(() -> deeds.answer(words.get(0), words.subList(1, words.size())));
        }
    }

    private void answer(String number, List<String> words) {
        String answer;
        try {
            answer = doing.done(words);
        } catch (Throwable failure) {
            answer = "failed " + failure;
        }
        say(number + " " + answer);
    }

    private void say(String line) {
        saying.lock();
        try {
            out.println(line);
        } finally {
            saying.unlock();
        }
    }
}
