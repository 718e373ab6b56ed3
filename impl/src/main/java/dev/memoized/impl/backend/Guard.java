package dev.memoized.impl.backend;

import dev.memoized.BackendException;
import dev.memoized.MemoizedException;
import dev.memoized.impl.log.Log;
import dev.memoized.impl.log.StoreMessage;
import dev.memoized.spi.InvalidationMode;
import dev.memoized.spi.Mark;
import dev.memoized.spi.TimeSource;
import java.time.Duration;
import java.util.Collection;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What stands between the calls of this JVM and one backend that may fail or hang. One for all its stores, each behind a
 * {@link GuardedStore}.
 *
 * <p>An operation is waited for in bounded time; after {@value Breaker#FAILURES} failures in a row the backend is left
 * alone, but for one call a second; an invalidation that it could not take voids the leases of this JVM that it is about
 * and waits, and until all that wait are made nothing is read from it, published to it or leased from it. Thread-safe.
 */
public final class Guard implements AutoCloseable {
    /** How long an operation may take unless somebody says otherwise. */
    public static final Duration TIME_OUT = Duration.ofMillis(500);

    private static final Duration LONGEST = Duration.ofDays(365);

    private final AtomicReference<@Nullable CompletableFuture<Void>> applying = new AtomicReference<>();
    private final Hands hands = new Hands("memoized-guard");
    private final Hands waiters = new Hands("memoized-guard-wait");
    private final Lent lent;
    private final Waiting waiting;
    private final String backend;
    private final Duration timeOut;
    private final TimeSource time;
    private final Log log;
    private final Breaker breaker;
    private final Endings endings;

    /**
     * Of a backend that is taken to work; without threads yet.
     *
     * @param backend its name, for messages
     * @param timeOut of one operation; greater than zero
     * @param time by which is waited
     * @param log is told once of each kind of trouble
     */
    public Guard(String backend, Duration timeOut, TimeSource time, Log log) {
        this.backend = backend;
        this.timeOut = timeOut;
        this.time = time;
        this.log = log;
        this.breaker = new Breaker(time);
        this.endings = new Endings(backend, breaker, log);
        this.lent = new Lent(time);
        this.waiting = new Waiting(lent);
    }

    /** How the backend is now. */
    public BackendHealth health() {
        return breaker.health(waiting);
    }

    /** Interrupts what is under way; what waits for the backend is forgotten. A second call does nothing. */
    @Override
    public void close() {
        hands.close();
        waiters.close();
    }

    /** How many there are. */
    int threads() {
        return hands.count() + waiters.count();
    }

    void open(Target target) {
        waiting.open(target);
    }

    /** The leases of all its stores. */
    Lent lent() {
        return lent;
    }

    /**
     * Makes the invalidations that wait, then runs an operation.
     *
     * @throws BackendException when it did not come about or is not known to have
     * @throws MemoizedException of the store itself, when the operation cannot be asked for like that
     */
    <T extends @Nullable Object> T call(Errand<T> errand) {
        long ticket = breaker.enter();
        try {
            if (ticket == Breaker.REFUSED || !applied(ticket)) {
                throw leftAlone();
            }
            T answer = run(hands, errand, timeOut, ticket);
            endings.succeeded(ticket);
            return answer;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw endings.broken(e);
        } finally {
            breaker.abandoned(ticket);
        }
    }

    /**
     * Asks on the caller's thread for what is known without waiting: also of a backend that is left alone, but not while it
     * has yet to be told of an invalidation. What asks nobody says nothing of the backend when it succeeds.
     *
     * @return null when it is not known: then {@link #call} is what to do
     */
    <T> @Nullable T atHand(Supplier<@Nullable T> question) {
        if (!waiting.isEmpty()) {
            return null;
        }
        long ticket = breaker.enterUnlessOpen();
        try {
            return question.get();
        } catch (StackOverflowError deep) {
            return null;
        } catch (RuntimeException | LinkageError | AssertionError failure) {
            throw endings.failed(failure, ticket);
        }
    }

    /** Runs one that waits at the store, with threads of its own; one that is overdue has waited long enough. */
    void await(Errand<?> errand, Duration atMost) throws InterruptedException {
        long ticket = breaker.enterUnlessOpen();
        if (ticket == Breaker.REFUSED || !waiting.isEmpty()) {
            throw leftAlone();
        }
        try {
            if (ended(waiters, errand, atMost.compareTo(LONGEST) < 0 ? atMost.plus(timeOut) : LONGEST)) {
                answer(errand.answer(), ticket);
            }
        } finally {
            errand.interrupt();
        }
    }

    private <T extends @Nullable Object> T run(Hands some, Errand<T> errand, Duration atMost, long ticket)
            throws InterruptedException {
        errand.tellsLateFailure(this::failedLate);
        if (!ended(some, errand, atMost)) {
            throw endings.overdue(atMost, ticket);
        }
        return answer(errand.answer(), ticket);
    }

    private boolean ended(Hands some, Errand<?> errand, Duration atMost) throws InterruptedException {
        if (!some.take(errand)) {
            throw endings.busy();
        }
        boolean ended = false;
        try {
            ended = time.await(errand.answer(), atMost);
        } finally {
            if (!ended) {
                some.giveUp(errand);
            }
        }
        return ended;
    }

    private <T extends @Nullable Object> T answer(CompletableFuture<T> ended, long ticket) {
        if (!ended.isCompletedExceptionally()) {
            return ended.join();
        }
        throw endings.failed(ended.handle((value, thrown) -> thrown).join(), ticket);
    }

    /** Makes what waits, one thread for all; false when something is left. */
    private boolean applied(long ticket) throws InterruptedException {
        if (waiting.isEmpty()) {
            return true;
        }
        CompletableFuture<Void> mine = new CompletableFuture<>();
        CompletableFuture<Void> others = applying.compareAndExchange(null, mine);
        if (others != null) {
            time.await(others, timeOut);
            return waiting.isEmpty();
        }
        try {
            apply(ticket);
        } finally {
            applying.set(null);
            mine.complete(null);
        }
        return waiting.isEmpty();
    }

    /** In bounded time: if that is not enough, the next operation goes on, for the store works. */
    private void apply(long ticket) throws InterruptedException {
        long end = time.nanos() + timeOut.toNanos();
        for (Batch batch = waiting.next(); batch != null; batch = waiting.next()) {
            Batch some = batch;
            run(
                    hands,
                    new Errand<@Nullable Void>(() -> {
                        some.apply();
                        return null;
                    }),
                    timeOut,
                    ticket);
            waiting.applied(batch);
            if (time.nanos() - end >= 0 && !waiting.isEmpty()) {
                endings.succeeded(ticket);
                return;
            }
        }
    }

    private void failedLate(Throwable failure) {
        if (!hands.isClosed()) {
            endings.failedLate(failure);
        }
    }

    BackendException leftAlone() {
        return endings.leftAlone();
    }

    /** Lets invalidations wait, because of a failure. */
    void queue(Target target, Collection<?> keys, BackendException failure) {
        log.once(StoreMessage.INVALIDATION_QUEUED, backend, failure);
        tellWidened(waiting.add(target, keys));
    }

    /** Lets a mark wait, because of a failure. */
    void queue(Target target, Mark mark, InvalidationMode mode, BackendException failure) {
        log.once(StoreMessage.INVALIDATION_QUEUED, backend, failure);
        tellWidened(waiting.add(target, mark, mode));
    }

    /** Lets invalidations wait of keys that were written when nobody waited any longer. */
    void queueLate(Target target, Collection<?> keys) {
        tellWidened(waiting.add(target, keys));
    }

    private void tellWidened(boolean widened) {
        if (widened) {
            log.once(StoreMessage.INVALIDATIONS_WIDENED, backend, Long.toString(waiting.widened()));
        }
    }

    /** For what nobody waits for. */
    void quietly(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException failure) {
            log.once(StoreMessage.STORE_FAILED, backend, failure);
        }
    }
}
