package dev.memoized.redis;

import dev.memoized.spi.TimeSource;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.Connection;

/**
 * The thread that listens to the channel, and connects again when it was cut off. Its connections are its own, and nobody
 * uses them after it: what is not read of a subscription would be taken for the answer to the next command.
 */
final class Listening implements AutoCloseable {
    private static final Duration PAUSE = Duration.ofMillis(50);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);

    private final ReentrantLock lock = new ReentrantLock();
    private final CompletableFuture<Void> closed = new CompletableFuture<>();
    private final Supplier<Connection> connections;
    private final byte[] channel;
    private final TimeSource time;
    private final Ear.Listener listener;
    private final Thread thread;
    private Duration pause = PAUSE;
    private @Nullable Ear ear;

    /**
     * Not started yet.
     *
     * @param connections makes one
     */
    Listening(Supplier<Connection> connections, byte[] channel, TimeSource time, Ear.Listener listener) {
        this.connections = connections;
        this.channel = channel.clone();
        this.time = time;
        this.listener = listener;
        this.thread = new Thread(this::listen, "memoized-listener of " + Names.text(channel));
        thread.setDaemon(true);
        thread.setContextClassLoader(null);
    }

    void start() {
        thread.start();
    }

    /** News of this number should have come by now: without them the connection is given up. */
    void doubt(long number) {
        Ear here = current();
        if (here != null) {
            here.doubt(number);
        }
    }

    private @Nullable Ear current() {
        lock.lock();
        try {
            return ear;
        } finally {
            lock.unlock();
        }
    }

    /** Nothing is wrong with who has listened at all. */
    private void listen() {
        while (!closed.isDone()) {
            Ear fresh = null;
            try (Connection connection = connections.get()) {
                fresh = new Ear(connection, time, listener);
                if (isTaken(fresh)) {
                    fresh.listen(channel);
                }
            } catch (RuntimeException | OutOfMemoryError cutOrOdd) {
                // the client makes room for any length that it reads
                boolean hasListened = fresh != null && fresh.hasBegun();
                pause = hasListened ? PAUSE : shortest(pause.multipliedBy(2), LONGEST_PAUSE);
            }
            rest();
        }
    }

    private static Duration shortest(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private boolean isTaken(Ear fresh) {
        lock.lock();
        try {
            ear = fresh;
            return !closed.isDone();
        } finally {
            lock.unlock();
        }
    }

    private void rest() {
        try {
            time.await(closed, pause);
        } catch (InterruptedException stop) {
            closed.complete(null);
            Thread.currentThread().interrupt();
        }
    }

    /** Ends the thread wherever it is; a second call does nothing. */
    @Override
    public void close() {
        closed.complete(null);
        Ear last = current();
        if (last != null && !last.cut()) {
            thread.interrupt();
        }
    }
}
