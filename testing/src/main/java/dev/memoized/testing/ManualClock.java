package dev.memoized.testing;

import dev.memoized.spi.TimeSource;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * A clock that moves only when it is told to. Thread-safe.
 *
 * <p>Its first reading is negative unless you say otherwise, and passes zero within the first ten minutes: code that
 * compares readings instead of their differences is found.
 */
public final class ManualClock implements TimeSource {
    private static final long DEFAULT_START = Duration.ofMinutes(-10).toNanos();
    private static final Instant EPOCH = Instant.parse("2026-01-01T00:00:00Z");

    private final Rendezvous rendezvous;
    private final PriorityQueue<Timer> timers =
            new PriorityQueue<>(Comparator.comparingLong(Timer::due).thenComparingLong(Timer::number));
    private final long start;
    private long elapsed;
    private Duration jumped = Duration.ZERO;
    private long lastNumber;
    private int waiters;

    /** A clock with a negative first reading. */
    public ManualClock() {
        this(DEFAULT_START);
    }

    /**
     * A clock with a first reading of your choice.
     *
     * @param start what {@link #nanos()} says first; {@code Long.MAX_VALUE} makes it overflow at once
     */
    public ManualClock(long start) {
        this(start, Rendezvous.LIMIT);
    }

    ManualClock(long start, Duration limit) {
        this.start = start;
        this.rendezvous = new Rendezvous(limit);
    }

    @Override
    public long nanos() {
        return start + elapsed();
    }

    @Override
    public Instant now() {
        return rendezvous.read(() -> EPOCH.plusNanos(elapsed).plus(jumped));
    }

    /**
     * Lets the time of day jump, as when somebody sets a machine's clock; {@link #nanos()} does not.
     *
     * @param step negative to go back
     */
    public void jump(Duration step) {
        rendezvous.change(() -> jumped = jumped.plus(step));
    }

    /**
     * How far it was moved.
     *
     * @return zero for a clock that nobody has touched
     */
    public Duration moved() {
        return Duration.ofNanos(elapsed());
    }

    private long elapsed() {
        return rendezvous.read(() -> elapsed);
    }

    /**
     * Moves the clock. What is due runs on this thread, in order, each at its own time; those whose wait ends wake up.
     *
     * @param step zero or more
     */
    public void advance(Duration step) {
        if (step.isNegative()) {
            throw new IllegalArgumentException("a clock never goes back: " + step);
        }
        long target = rendezvous.read(() -> later(step));
        for (Timer due = nextDue(target); due != null; due = nextDue(target)) {
            due.task().run();
        }
    }

    private @Nullable Timer nextDue(long target) {
        return rendezvous.read(() -> {
            Timer first = timers.peek();
            boolean isDue = first != null && first.due() <= target;
            elapsed = Math.max(elapsed, isDue ? first.due() : target);
            return isDue ? timers.poll() : null;
        });
    }

    @Override
    public Runnable after(Duration delay, Runnable task) {
        Timer timer = rendezvous.read(() -> new Timer(later(delay), ++lastNumber, task));
        rendezvous.change(() -> timers.add(timer));
        return () -> rendezvous.change(() -> timers.remove(timer));
    }

    /** Saturating: a delay may be "forever". */
    private long later(Duration delay) {
        Duration rest = Duration.ofNanos(Long.MAX_VALUE - elapsed);
        return delay.compareTo(rest) >= 0 ? Long.MAX_VALUE : elapsed + Math.max(0, delay.toNanos());
    }

    /** Blocks for real until the future ends or the clock has been moved to the end of {@code atMost}. */
    @Override
    public boolean await(CompletableFuture<?> future, Duration atMost) throws InterruptedException {
        if (future.isDone() || atMost.isZero() || atMost.isNegative()) {
            return future.isDone();
        }
        CompletableFuture<Void> alarm = new CompletableFuture<>();
        Runnable forget = after(atMost, () -> alarm.complete(null));
        rendezvous.change(() -> waiters++);
        try {
            CompletableFuture.anyOf(future.handle((value, failure) -> true), alarm)
                    .get();
        } catch (ExecutionException e) {
            throw new AssertionError("neither part can fail", e);
        } finally {
            rendezvous.change(() -> waiters--);
            forget.run();
        }
        return future.isDone();
    }

    /**
     * Blocks until so many threads are inside {@link #await}: the others have done what they do before they wait.
     *
     * @param count at least this many
     */
    public void awaitWaiters(int count) {
        rendezvous.await(() -> waiters >= count, () -> waiters + " of " + count + " threads wait for the clock");
    }

    /**
     * How many threads are inside {@link #await} now.
     *
     * @return zero or more
     */
    public int waiters() {
        return rendezvous.read(() -> waiters);
    }

    /**
     * How many tasks are to run later, alarms of waiting threads included.
     *
     * @return zero or more
     */
    public int pending() {
        return rendezvous.read(timers::size);
    }

    private record Timer(long due, long number, Runnable task) {}
}
