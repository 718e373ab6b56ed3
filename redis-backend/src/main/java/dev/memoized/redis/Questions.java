package dev.memoized.redis;

import dev.memoized.BackendException;
import dev.memoized.spi.TimeSource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Questions for marks, of which one runs at a time: who comes meanwhile joins the next one, which has not begun. An answer to
 * one that had begun before may not know what its reader needs to know. Thread-safe.
 */
final class Questions implements HeldMarks.Source {
    /** How long somebody else's question is waited for: whoever asks it ends before, by the time-outs of its connection. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    /** Who comes when so many marks are asked for already asks alone. */
    private static final int MOST = 1_000;

    private final ReentrantLock lock = new ReentrantLock();
    private final HeldMarks.Source source;
    private final TimeSource time;
    private @Nullable Question running;
    private @Nullable Question next;

    /** One that is asked by whom of those in need of it first finds that none runs. */
    private static final class Question {
        private final CompletableFuture<List<byte @Nullable []>> answer = new CompletableFuture<>();
        private final List<byte[]> marks = new ArrayList<>();
        private final Map<String, Integer> places = new HashMap<>();
        private boolean isAsked;

        void add(Collection<byte[]> more) {
            for (byte[] mark : more) {
                if (places.putIfAbsent(Names.text(mark), places.size() + 1) == null) {
                    marks.add(mark);
                }
            }
        }

        /** The number and some of the marks. */
        List<byte @Nullable []> some(List<byte[]> wanted, List<byte @Nullable []> values) {
            List<byte @Nullable []> some = new ArrayList<>();
            some.add(values.get(0));
            wanted.forEach(mark -> some.add(values.get(places.getOrDefault(Names.text(mark), 0))));
            return some;
        }
    }

    Questions(HeldMarks.Source source, TimeSource time) {
        this.source = source;
        this.time = time;
    }

    @Override
    public List<byte @Nullable []> ask(List<byte[]> marks) {
        Question mine = joined(marks);
        if (mine == null) {
            return source.ask(marks);
        }
        for (Question other = begun(mine); other != mine; other = begun(mine)) {
            if (other == null) {
                return mine.some(marks, told(mine));
            }
            await(other);
        }
        return mine.some(marks, asked(mine));
    }

    /** The next one, unless it is full. */
    private @Nullable Question joined(List<byte[]> marks) {
        lock.lock();
        try {
            Question fresh = next == null ? new Question() : next;
            if (fresh.marks.size() >= MOST) {
                return null;
            }
            next = fresh;
            fresh.add(marks);
            return fresh;
        } finally {
            lock.unlock();
        }
    }

    /** Begins it if none runs. Else tells which one does, or nothing when that is the same. */
    private @Nullable Question begun(Question mine) {
        lock.lock();
        try {
            if (mine.isAsked) {
                return null;
            }
            if (running != null) {
                return running;
            }
            mine.isAsked = true;
            running = mine;
            next = null;
            return mine;
        } finally {
            lock.unlock();
        }
    }

    private List<byte @Nullable []> asked(Question mine) {
        try {
            List<byte @Nullable []> values = source.ask(mine.marks);
            ended(mine);
            mine.answer.complete(values);
            return values;
        } catch (RuntimeException | Error failure) {
            ended(mine);
            mine.answer.completeExceptionally(failure);
            throw failure;
        }
    }

    /** Whether it came to anything is for its own readers. */
    private void await(Question other) {
        try {
            if (!time.await(other.answer, PATIENCE)) {
                throw new BackendException("Redis: what others have asked for marks is not answered", null);
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new BackendException("Redis: interrupted while others ask for marks", stop);
        }
    }

    private List<byte @Nullable []> told(Question mine) {
        await(mine);
        try {
            return mine.answer.join();
        } catch (CompletionException failed) {
            Throwable failure = Objects.requireNonNullElse(failed.getCause(), failed);
            throw new BackendException(String.valueOf(failure.getMessage()), failure);
        }
    }

    private void ended(Question mine) {
        lock.lock();
        try {
            running = running == mine ? null : running;
        } finally {
            lock.unlock();
        }
    }
}
