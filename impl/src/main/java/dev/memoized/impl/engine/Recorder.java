package dev.memoized.impl.engine;

import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/*
 * Concurrency: `recording` is raised by the very thread that carries a recording, for as long as it does; so a thread that
 * reads zero carries none.
 */
/** Records memoized calls instead of making them, on the thread that asks for it. */
public final class Recorder {
    private final ThreadLocal<@Nullable Recording> current = new ThreadLocal<>();
    private final AtomicInteger recording = new AtomicInteger();

    Recorder() {}

    /** The one that this thread carries; while nobody records, that costs no look at the thread. */
    public @Nullable Recording current() {
        return recording.get() == 0 ? null : current.get();
    }

    /**
     * Runs something that makes one memoized call.
     *
     * @throws dev.memoized.EntryException when it does not
     */
    Recorded record(Callable<?> call) {
        Recording mine = new Recording();
        return mine.only(inside(mine, call));
    }

    private @Nullable Object inside(Recording mine, Callable<?> call) {
        Recording before = current();
        recording.incrementAndGet();
        current.set(mine);
        try {
            return call.call();
        } catch (Exception failure) {
            Interruption.restore(failure);
            throw Thrown.unchanged(mine.cause(failure));
        } finally {
            if (before == null) {
                current.remove();
            } else {
                current.set(before);
            }
            recording.decrementAndGet();
        }
    }
}
