package dev.memoized.infinispan;

import dev.memoized.MemoizedEntry;
import dev.memoized.MemoizedTerms;
import dev.memoized.Memoizer;
import dev.memoized.cells.Election;
import dev.memoized.cells.Names;
import dev.memoized.spi.CacheBackend.Capability;
import dev.memoized.spi.TimeSource;
import dev.memoized.testing.Deeds;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.infinispan.configuration.cache.CacheMode;
import org.infinispan.manager.EmbeddedCacheManager;

/**
 * The program of another JVM, a member of a cluster: does what it is told, one line for each deed and one for each answer,
 * which begins with the number of the deed.
 */
final class Worker implements AutoCloseable {
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final int board;
    private final InfinispanBackend backend;
    private final Memoizer memoizer;
    private final Books books;
    private final List<Locks> locks = new CopyOnWriteArrayList<>();

    private Worker(int board, CacheMode mode, int port, List<String> hosts) {
        this.board = board;
        Members member = new Members(
                new Members.Plan(mode, "jvms", new Members.Network("127.0.0.1", port, hosts), null, 2, 10_000, true));
        Names names = new Names("jvms");
        InCaches.Ballot ballot =
                Boolean.getBoolean("test.locks") ? manager -> locks(manager, names) : any -> Election.NONE;
        InCaches.Source source = new InCaches.Source(names, member, ballot);
        backend = new InfinispanBackend(source, TimeSource.ofMachine(), Set.of(Capability.SHARED));
        backend.era();
        memoizer = Memoizer.builder()
                .terms(MemoizedTerms.defaults().tags("shelf").waitAtMost(Duration.ofMinutes(2)))
                .backend(backend)
                .build();
        books = memoizer.attach("books", Books.class, this::computed, "title");
    }

    private Locks locks(EmbeddedCacheManager manager, Names names) {
        locks.add(new Locks(manager, names, Duration.ofMillis(500)));
        return locks.get(0);
    }

    /** What the number of its computation says. */
    private String computed(String key) {
        memoizer.current().tag("of-" + key);
        return key + "#"
                + Board.ask(
                        board, "compute " + key + " " + ProcessHandle.current().pid());
    }

    private String answer(List<String> words) throws Exception {
        String object = words.get(1);
        MemoizedEntry<Object> entry = memoizer.memoized().entry(Books.TITLE, object);
        switch (words.get(0)) {
            case "call" -> {
                return call(object, Integer.parseInt(words.get(2)));
            }
            case "lookup" -> {
                return entry.lookup().map(found -> found.value() + "").orElse("nothing");
            }
            case "without-lock" -> {
                return "" + locks.get(0).without();
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
                            Board.ask(board, "call " + key);
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
        backend.close();
        threads.shutdownNow();
    }

    /** The port of the board, the mode, this one's port, and all members. */
    public static void main(String[] words) throws IOException {
        try (Worker worker = new Worker(
                Integer.parseInt(words[0]),
                CacheMode.valueOf(words[1]),
                Integer.parseInt(words[2]),
                List.of(words[3].split(",")))) {
            Deeds.obey(System.in, System.out, worker.threads, worker::answer);
        }
    }
}
