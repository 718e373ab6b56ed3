package dev.memoized.redis;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.memoized.spi.ByteBackend;
import dev.memoized.spi.Entry;
import dev.memoized.spi.Lease;
import dev.memoized.spi.Mark;
import dev.memoized.spi.Store;
import dev.memoized.spi.TaggedKey;
import dev.memoized.testing.ManualClock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What goes wrong when two JVMs replace what one key holds at once, and drop others by a mark above it: one of them succeeds,
 * and what it has stored is there. By the URI of the servers.
 */
final class RivalReplaces implements Function<String, List<String>> {
    private static final int ROUNDS = 200;

    private final ManualClock clock = new ManualClock();
    private final List<String> wrong = new ArrayList<>();
    private final CyclicBarrier both = new CyclicBarrier(2);

    @Override
    public List<String> apply(String uri) {
        Map<String, String> settings = Map.of("uri", uri, "key-prefix", "rivals" + System.nanoTime());
        ExecutorService other = Executors.newSingleThreadExecutor();
        try (ByteBackend one = Given.backend(settings, clock);
                ByteBackend two = Given.backend(settings, clock)) {
            for (int round = 0; round < ROUNDS; round++) {
                collide(Everything.open(one), Everything.open(two), round, other);
            }
        } catch (InterruptedException | ExecutionException | BrokenBarrierException failure) {
            throw new IllegalStateException(failure);
        } finally {
            other.shutdownNow();
        }
        return wrong;
    }

    private void collide(Store<byte[]> here, Store<byte[]> there, int round, ExecutorService other)
            throws InterruptedException, ExecutionException, BrokenBarrierException {
        Mark group = Mark.group("books", "group" + round);
        TaggedKey key = new TaggedKey("key" + round, Set.of(), Set.of(group));
        Lease ours = here.claim(key, Bench.LIFE);
        Lease theirs = there.claim(key, Bench.LIFE);
        Future<Boolean> rival = other.submit(() -> replaced(there, theirs, "theirs", group));
        boolean isOurs = replaced(here, ours, "ours", group);
        boolean isTheirs = rival.get();
        if (isOurs == isTheirs) {
            wrong.add("round " + round + ": " + (isOurs ? "both" : "none"));
        } else if (!(isOurs ? "ours" : "theirs").equals(read(here, key))) {
            wrong.add("round " + round + ": " + read(here, key));
        }
    }

    private boolean replaced(Store<byte[]> store, Lease claim, String value, Mark group)
            throws InterruptedException, BrokenBarrierException {
        both.await();
        Entry<byte[]> entry = Entry.of(value.getBytes(UTF_8), clock.nanos(), Set.of());
        return store.replace(claim, entry, Bench.LIFE, group);
    }

    private @Nullable String read(Store<byte[]> store, Object key) {
        Entry<byte[]> entry = store.read(key, clock.nanos());
        return entry == null ? null : new String(entry.value(), UTF_8);
    }
}
