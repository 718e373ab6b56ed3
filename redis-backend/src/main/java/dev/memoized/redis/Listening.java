package dev.memoized.redis;

import dev.memoized.spi.TimeSource;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.BinaryJedisPubSub;
import redis.clients.jedis.Connection;

/**
 * The thread that listens to the channel, and connects again when it was cut off. Its connections are its own, and nobody
 * uses them after it: what is not read of a subscription would be taken for the answer to the next command.
 */
final class Listening implements AutoCloseable {
    private static final Duration PAUSE = Duration.ofMillis(50);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);

    /** A connection that answers nothing for so long is given up. */
    private static final Duration BEAT = Duration.ofSeconds(5);

    private final ReentrantLock lock = new ReentrantLock();
    private final CompletableFuture<Void> closed = new CompletableFuture<>();
    private final Supplier<Connection> connections;
    private final byte[] channel;
    private final TimeSource time;
    private final Consumer<byte[]> heard;
    private final Runnable missed;
    private final Thread thread;
    private @Nullable Connection connection;
    private Duration pause = PAUSE;

    private final class Ear extends BinaryJedisPubSub {
        private final Connection own;
        private volatile boolean isAnswered = true;
        private volatile Runnable next = () -> {};

        Ear(Connection own) {
            this.own = own;
        }

        /** Anybody may say anything on a channel. */
        @Override
        public void onMessage(byte[] name, byte[] message) {
            try {
                heard.accept(message);
            } catch (RuntimeException odd) {
                missed.run();
            }
        }

        @Override
        public void onSubscribe(byte[] name, int channels) {
            pause = PAUSE;
            missed.run();
            askLater();
        }

        private void askLater() {
            next = time.after(BEAT, this::ask);
        }

        /** A peer that is gone without a farewell looks like one that has nothing to say. */
        private void ask() {
            if (!isAnswered || !isAsked()) {
                cut(own);
            }
        }

        private boolean isAsked() {
            try {
                isAnswered = false;
                ping();
                askLater();
                return true;
            } catch (RuntimeException dead) {
                return false;
            }
        }

        @Override
        public void onPong(byte[] text) {
            isAnswered = true;
        }

        void listen() {
            try {
                proceed(own, channel);
            } finally {
                next.run();
            }
        }
    }

    /**
     * Not started yet.
     *
     * @param connections makes one
     * @param heard is told each message
     * @param missed is told that messages may have been missed
     */
    Listening(
            Supplier<Connection> connections,
            byte[] channel,
            TimeSource time,
            Consumer<byte[]> heard,
            Runnable missed) {
        this.connections = connections;
        this.channel = channel.clone();
        this.time = time;
        this.heard = heard;
        this.missed = missed;
        this.thread = new Thread(this::listen, "listener of " + Names.text(channel));
        thread.setDaemon(true);
        thread.setContextClassLoader(null);
    }

    void start() {
        thread.start();
    }

    private void listen() {
        while (!closed.isDone()) {
            try (Connection fresh = connections.get()) {
                if (isTaken(fresh)) {
                    new Ear(fresh).listen();
                }
            } catch (RuntimeException | OutOfMemoryError cutOrOdd) {
                // the client makes room for any length that it reads
                pause = shortest(pause.multipliedBy(2), LONGEST_PAUSE);
            }
            rest();
        }
    }

    private static Duration shortest(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private boolean isTaken(Connection fresh) {
        lock.lock();
        try {
            connection = fresh;
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
        Connection last;
        lock.lock();
        try {
            last = connection;
        } finally {
            lock.unlock();
        }
        if (last != null && !cut(last)) {
            thread.interrupt();
        }
    }

    private static boolean cut(Connection some) {
        try {
            some.forceDisconnect();
            return true;
        } catch (IOException gone) {
            return false;
        }
    }
}
