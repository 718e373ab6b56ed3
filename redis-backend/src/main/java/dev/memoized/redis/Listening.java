package dev.memoized.redis;

import dev.memoized.spi.TimeSource;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import redis.clients.jedis.BinaryJedisPubSub;
import redis.clients.jedis.exceptions.JedisException;

/** The thread that listens to the channel, and connects again when it was cut off. */
final class Listening implements AutoCloseable {
    private static final Duration PAUSE = Duration.ofMillis(50);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);

    private final ReentrantLock lock = new ReentrantLock();
    private final CompletableFuture<Void> closed = new CompletableFuture<>();
    private final Ear ear = new Ear();
    private final Server server;
    private final TimeSource time;
    private final Consumer<byte[]> heard;
    private final Runnable missed;
    private final Thread thread;
    private boolean isSubscribed;

    private final class Ear extends BinaryJedisPubSub {
        @Override
        public void onMessage(byte[] channel, byte[] message) {
            heard.accept(message);
        }

        @Override
        public void onSubscribe(byte[] channel, int channels) {
            subscribed();
            missed.run();
        }
    }

    /**
     * Not started yet.
     *
     * @param heard is told each message
     * @param missed is told that messages may have been missed
     */
    Listening(Server server, TimeSource time, Consumer<byte[]> heard, Runnable missed) {
        this.server = server;
        this.time = time;
        this.heard = heard;
        this.missed = missed;
        this.thread = new Thread(this::listen, "memoized-redis-channel");
        thread.setDaemon(true);
        thread.setContextClassLoader(null);
    }

    void start() {
        thread.start();
    }

    private void listen() {
        Duration pause = PAUSE;
        do {
            try {
                server.listen(ear);
                pause = PAUSE;
            } catch (JedisException cut) {
                pause = wasSubscribed() ? PAUSE : longer(pause);
            }
            missed.run();
        } while (!isClosedAfter(pause));
    }

    private static Duration longer(Duration pause) {
        Duration twice = pause.multipliedBy(2);
        return twice.compareTo(LONGEST_PAUSE) < 0 ? twice : LONGEST_PAUSE;
    }

    private void subscribed() {
        lock.lock();
        try {
            isSubscribed = true;
            if (closed.isDone()) {
                ear.unsubscribe();
            }
        } finally {
            lock.unlock();
        }
    }

    private boolean wasSubscribed() {
        lock.lock();
        try {
            boolean was = isSubscribed;
            isSubscribed = false;
            return was;
        } finally {
            lock.unlock();
        }
    }

    private boolean isClosedAfter(Duration pause) {
        try {
            return time.await(closed, pause);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    /** A second call does nothing. */
    @Override
    public void close() {
        lock.lock();
        try {
            closed.complete(null);
            if (isSubscribed) {
                isSubscribed = false;
                ear.unsubscribe();
            }
        } catch (JedisException cut) {
            isSubscribed = false;
        } finally {
            lock.unlock();
        }
    }
}
