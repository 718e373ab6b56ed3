package dev.memoized.redis;

import dev.memoized.Memoizer;
import dev.memoized.redis.Chronicle.Deed;
import dev.memoized.redis.Chronicle.Line;
import dev.memoized.spi.TimeSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import redis.clients.jedis.UnifiedJedis;

/** Changes data and drops what is remembered of them, while other threads of the same JVM look up and call. */
final class Historian {
    static final int KEYS = 20;

    private static final int READERS = 2;
    private static final int CALLERS = 3;

    private final Chronicle chronicle = new Chronicle();
    private final AtomicBoolean isOver = new AtomicBoolean();
    private final int jvm;
    private final UnifiedJedis redis;
    private final Memoizer memoizer;
    private final TimeSource time;
    private final Books books;

    Historian(int jvm, UnifiedJedis redis, Memoizer memoizer, Books books, TimeSource time) {
        this.jvm = jvm;
        this.redis = redis;
        this.memoizer = memoizer;
        this.time = time;
        this.books = books;
    }

    /** With so many changes. */
    Chronicle run(int changes, Executor threads) {
        List<CompletableFuture<Void>> others = Stream.concat(
                        IntStream.range(0, READERS).mapToObj(number -> (Runnable) () -> lookUp(number)),
                        IntStream.range(0, CALLERS).mapToObj(number -> (Runnable) () -> call(number)))
                .map(task -> CompletableFuture.runAsync(task, threads))
                .toList();
        try {
            change(changes);
        } finally {
            isOver.set(true);
        }
        others.forEach(CompletableFuture::join);
        return chronicle;
    }

    /**
     * Whether a key is dropped by a tag that only its computation knows. Such marks are held in each JVM, which learns of
     * another one's by the channel; those that are known before the call are read with the entry.
     */
    static boolean isDroppedByATagFromInside(int key) {
        return key % 5 == 4;
    }

    /** Whether something else than a delete of its own drops it, now and then. */
    static boolean isEverDroppedByAMark(int key) {
        return isDroppedByATagFromInside(key) || key == 17 || key == 18;
    }

    private void change(int changes) {
        for (int number = 0; number < changes; number++) {
            int key = number % KEYS;
            long version = redis.incr("data:" + key);
            drop(key, number % 100);
            chronicle.add(new Line(jvm, Deed.DROPPED, key, version, time.nanos()));
        }
    }

    private void drop(int key, int ofHundred) {
        if (isDroppedByATagFromInside(key)) {
            memoizer.invalidateTags("version-" + key);
        } else if (ofHundred == 98) {
            memoizer.memoized().clear(Books.VERSION);
        } else if (ofHundred % 20 == 17) {
            memoizer.invalidateTags("shelf");
        } else {
            memoizer.memoized().entry(Books.VERSION, key).invalidate();
        }
    }

    private void lookUp(int seed) {
        RandomGenerator chance = new java.util.Random(seed);
        while (!isOver.get()) {
            int key = chance.nextInt(KEYS);
            long began = time.nanos();
            memoizer.memoized()
                    .entry(Books.VERSION, key)
                    .lookup()
                    .ifPresent(found -> chronicle.add(new Line(jvm, Deed.LOOKED_UP, key, (Long) found.value(), began)));
        }
    }

    private void call(int seed) {
        RandomGenerator chance = new java.util.Random(seed);
        while (!isOver.get()) {
            int key = chance.nextInt(KEYS);
            long began = time.nanos();
            chronicle.add(new Line(jvm, Deed.CALLED, key, books.version(key), began));
        }
    }
}
