package dev.memoized.impl.refresh;

import dev.memoized.impl.freshness.Retry;
import dev.memoized.spi.Entry;
import dev.memoized.spi.TimeSource;
import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The keys of one namespace whose last renewal brought no value, and when the next one may be tried. What is known of a key
 * concerns one entry: as soon as the store holds a newer one it is void. Thread-safe.
 */
public final class Failures {
    private static final int KEYS_AT_MOST = 10_000;

    private final Map<Object, Failure> failures = new ConcurrentHashMap<>();
    private final TimeSource time;

    public Failures(TimeSource time) {
        this.time = time;
    }

    /**
     * What is known of a key.
     *
     * @param inARow how often its renewal has failed; 0 when it was only turned away
     * @param lastError what it threw last; null when nothing was thrown
     * @param at when that was
     * @param pause how long it is left alone since then, in nanoseconds
     * @param computedAt of the entry that was to be renewed
     */
    public record Failure(
            int inARow, @Nullable Class<? extends Throwable> lastError, long at, long pause, long computedAt) {
        boolean concerns(Entry<?> entry) {
            return entry.computedAt() - computedAt <= 0;
        }

        boolean isOver(long now) {
            return now - at >= pause;
        }

        /** Whether it says something of now: a key that is called for would have been tried again. */
        boolean isCurrent(long now) {
            return now - at < 2 * pause;
        }
    }

    /** Why an entry is not to be renewed now; null when it may be. */
    public @Nullable Failure holdingBack(Object key, Entry<?> entry, long now) {
        Failure failure = failures.get(key);
        return failure == null || failure.isOver(now) || !failure.concerns(entry) ? null : failure;
    }

    /**
     * A renewal failed.
     *
     * @param entry that was to be renewed
     * @param error what it threw; null when it brought a value that is not to be remembered
     * @param chance for the pause
     */
    public void failed(Object key, Entry<?> entry, @Nullable Throwable error, Retry retry, double chance) {
        Failure before = before(key, entry);
        int inARow = before == null ? 1 : before.inARow() + 1;
        Class<? extends Throwable> type = error == null ? null : error.getClass();
        note(key, new Failure(inARow, type, time.nanos(), retry.pause(inARow, chance), entry.computedAt()));
    }

    /** Nobody could take a renewal on: no failure of the method, but to be left alone a while. */
    public void turnedAway(Object key, Entry<?> entry, Retry retry, double chance) {
        Failure before = before(key, entry);
        int inARow = before == null ? 0 : before.inARow();
        Class<? extends Throwable> type = before == null ? null : before.lastError();
        note(key, new Failure(inARow, type, time.nanos(), retry.pause(1, chance), entry.computedAt()));
    }

    /** The key has a new value. */
    public void succeeded(Object key) {
        if (!failures.isEmpty()) {
            failures.remove(key);
        }
    }

    private @Nullable Failure before(Object key, Entry<?> entry) {
        Failure before = failures.get(key);
        return before != null && before.concerns(entry) ? before : null;
    }

    /** Of too many keys those are forgotten that nobody calls for; what has no room then is not noted. */
    private void note(Object key, Failure failure) {
        if (failures.size() >= KEYS_AT_MOST) {
            long now = time.nanos();
            failures.values().removeIf(each -> !each.isCurrent(now));
        }
        if (failures.size() < KEYS_AT_MOST) {
            failures.put(key, failure);
        }
    }

    private Stream<Failure> current() {
        long now = time.nanos();
        return failures.values().stream().filter(each -> each.isCurrent(now));
    }

    /** How many keys have failed. */
    public int size() {
        return (int) current().filter(each -> each.inARow() > 0).count();
    }

    /** The most failures in a row of one key. */
    public int mostInARow() {
        return current().mapToInt(Failure::inARow).max().orElse(0);
    }

    /** The type of what was thrown last in any of these; null when nothing was. */
    public static @Nullable Class<? extends Throwable> lastError(Collection<Failures> all, long now) {
        return all.stream()
                .flatMap(Failures::current)
                .filter(each -> each.lastError() != null)
                .min(Comparator.comparingLong(each -> now - each.at()))
                .map(Failure::lastError)
                .orElse(null);
    }
}
