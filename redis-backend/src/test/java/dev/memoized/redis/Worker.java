package dev.memoized.redis;

import dev.memoized.MemoizedEntry;
import dev.memoized.MemoizedTerms;
import dev.memoized.Memoizer;
import dev.memoized.impl.time.SystemTime;
import dev.memoized.spi.ByteBackend;
import dev.memoized.spi.TimeSource;
import dev.memoized.testing.Deeds;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import redis.clients.jedis.UnifiedJedis;

/**
 * The program of another JVM: remembers in Redis what it computes, and does what it is told, one line for each deed and one
 * for each answer, which begins with the number of the deed. Where a test holds a key, its first computation waits to be
 * released.
 */
final class Worker implements AutoCloseable {
    private static final int PATIENCE = 120;

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final TimeSource time = new SystemTime();
    private final UnifiedJedis redis;
    private final Memoizer memoizer;
    private final Books books;

    private Worker(String uri) {
        redis = Servers.client(uri, Duration.ofSeconds(2 * PATIENCE));
        String timeout = Duration.ofSeconds(PATIENCE).toString();
        ByteBackend backend = Given.backend(
                Map.of("uri", uri, "key-prefix", "jvms", "connections", "128", "socket-timeout", timeout), time);
        memoizer = Memoizer.builder()
                .terms(MemoizedTerms.defaults().tags("shelf").waitAtMost(Duration.ofSeconds(PATIENCE)))
                .backend(backend)
                .build();
        books = memoizer.attach("books", Books.class, new Original(), "title", "version");
    }

    private final class Original implements Books {
        /** What the number of its computation says; who holds it is told to all. */
        @Override
        public String title(String key) {
            long number = redis.incr("computations:" + key);
            memoizer.current().tag("of-" + key);
            redis.set("holder:" + key, "" + ProcessHandle.current().pid());
            if (number == 1 && redis.exists("held:" + key)) {
                redis.blpop(PATIENCE, "release:" + key);
            }
            return key + "#" + number;
        }

        /** Of the data as they are. */
        @Override
        public long version(int key) {
            memoizer.current().tag("version-" + key);
            String version = redis.get("data:" + key);
            return version == null ? 0 : Long.parseLong(version);
        }
    }

    private String answer(List<String> words) throws Exception {
        if (words.get(0).equals("history")) {
            Historian historian = new Historian(Integer.parseInt(words.get(1)), redis, memoizer, books, time);
            historian.run(Integer.parseInt(words.get(2)), threads).write(Path.of(words.get(3)));
            return "done";
        }
        String object = words.get(1);
        MemoizedEntry<Object> entry = memoizer.memoized().entry(Books.TITLE, object);
        switch (words.get(0)) {
            case "call" -> {
                return call(object, Integer.parseInt(words.get(2)));
            }
            case "lookup" -> {
                return entry.lookup().map(found -> found.value() + "").orElse("nothing");
            }
            case "drop" -> entry.invalidate();
            case "drop-tag" -> memoizer.invalidateTags(object);
            case "drop-all" -> memoizer.memoized().clear(Books.TITLE);
            default -> throw new IllegalArgumentException(words.get(0));
        }
        return "done";
    }

    /** Each thread says that it is there before it calls. */
    private String call(String key, int callers) {
        List<CompletableFuture<String>> answers = Stream.generate(() -> CompletableFuture.supplyAsync(
                        () -> {
                            redis.incr("callers:" + key);
                            return books.title(key);
                        },
                        threads))
                .limit(callers)
                .toList();
        TreeSet<String> distinct = new TreeSet<>();
        answers.forEach(each -> distinct.add(each.join()));
        return String.join(",", distinct);
    }

    @Override
    public void close() {
        memoizer.close();
        redis.close();
        threads.shutdownNow();
    }

    public static void main(String[] arguments) throws IOException {
        try (Worker worker = new Worker(arguments[0])) {
            Deeds.obey(System.in, System.out, worker.threads, worker::answer);
        }
    }
}
