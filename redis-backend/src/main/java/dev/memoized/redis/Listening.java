package dev.memoized.redis;

import dev.memoized.spi.TimeSource;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.regex.Pattern;
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

    /** Texts of our own; others are the server's. */
    private static final Pattern NUMBER = Pattern.compile("\\d{1,18}");

    private final ReentrantLock lock = new ReentrantLock();
    private final CompletableFuture<Void> closed = new CompletableFuture<>();
    private final Supplier<Connection> connections;
    private final byte[] channel;
    private final TimeSource time;
    private final Listener listener;
    private final Thread thread;
    private volatile @Nullable Ear ear;
    private @Nullable Connection connection;
    private Duration pause = PAUSE;

    /** Is told what there is to hear. */
    interface Listener {

        void heard(byte[] message);

        /** Messages may have been missed. */
        void missed();

        /** Whether the news of this number have come. */
        boolean hasHeard(long number);
    }

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
                listener.heard(message);
            } catch (RuntimeException odd) {
                listener.missed();
            }
        }

        @Override
        public void onSubscribe(byte[] name, int channels) {
            pause = PAUSE;
            listener.missed();
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

        /** The answer comes after all news that had come to the server before the question. */
        void ask(long number) {
            try {
                ping(Form.ascii(number));
            } catch (RuntimeException dead) {
                cut(own);
            }
        }

        @Override
        public void onPong(byte @Nullable [] text) {
            isAnswered = true;
            if (isDeaf(text == null ? "" : Names.text(text))) {
                cut(own);
            }
        }

        private boolean isDeaf(String number) {
            return NUMBER.matcher(number).matches() && !listener.hasHeard(Long.parseLong(number));
        }

        void listen() {
            ear = this;
            try {
                proceed(own, channel);
            } finally {
                ear = null;
                next.run();
            }
        }
    }

    /**
     * Not started yet.
     *
     * @param connections makes one
     */
    Listening(Supplier<Connection> connections, byte[] channel, TimeSource time, Listener listener) {
        this.connections = connections;
        this.channel = channel.clone();
        this.time = time;
        this.listener = listener;
        this.thread = new Thread(this::listen, "listener of " + Names.text(channel));
        thread.setDaemon(true);
        thread.setContextClassLoader(null);
    }

    void start() {
        thread.start();
    }

    /** News of this number should have come by now: without them the connection is given up. */
    void doubt(long number) {
        Ear here = ear;
        if (here != null) {
            here.ask(number);
        }
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
