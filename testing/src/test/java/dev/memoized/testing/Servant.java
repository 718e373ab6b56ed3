package dev.memoized.testing;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The program of a child that obeys: what waits is done when another deed lets it. */
final class Servant {
    private static final CountDownLatch LET = new CountDownLatch(1);

    private Servant() {}

    public static void main(String[] none) throws IOException {
        ExecutorService threads = Executors.newCachedThreadPool();
        try {
            Deeds.obey(System.in, System.out, threads, Servant::done);
        } finally {
            threads.shutdownNow();
        }
    }

    private static String done(List<String> words) throws InterruptedException {
        switch (words.get(0)) {
            case "wait" -> LET.await();
            case "let" -> LET.countDown();
            default -> throw new IllegalArgumentException(words.get(0));
        }
        return String.join("+", words);
    }
}
