package dev.memoized.redis;

import dev.memoized.spi.TimeSource;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.regex.Pattern;
import redis.clients.jedis.Connection;
import redis.clients.jedis.Protocol.Command;
import redis.clients.jedis.exceptions.JedisException;

/**
 * One connection, as long as it listens. The client's own way to listen takes an answer for an odd one that comes before it
 * expects it. Thread-safe.
 */
final class Ear {
    /** A connection that answers nothing for so long is given up. */
    private static final Duration BEAT = Duration.ofSeconds(5);

    /** Texts of our own; others are the server's. */
    private static final Pattern NUMBER = Pattern.compile("\\d{1,18}");

    private final ReentrantLock writing = new ReentrantLock();
    private final Connection own;
    private final TimeSource time;
    private final Listener listener;
    private volatile boolean isAnswered = true;
    private volatile boolean hasBegun;
    private volatile Runnable next = () -> {};

    /** Is told what there is to hear. */
    interface Listener {

        void heard(byte[] message);

        /** Messages may have been missed. */
        void missed();

        /** Whether the news of this number have come. */
        boolean hasHeard(long number);
    }

    Ear(Connection own, TimeSource time, Listener listener) {
        this.own = own;
        this.time = time;
        this.listener = listener;
    }

    /** Until the connection is cut; a pool does not take it back. */
    void listen(byte[] channel) {
        own.setTimeoutInfinite();
        try {
            send(Command.SUBSCRIBE, channel);
            while (true) {
                hear(own.getUnflushedObject());
            }
        } finally {
            next.run();
            own.setBroken();
        }
    }

    /** Whether the server has let it listen. */
    boolean hasBegun() {
        return hasBegun;
    }

    private void send(Command command, byte[]... words) {
        writing.lock();
        try {
            own.sendCommand(command, words);
            own.getMany(0);
        } finally {
            writing.unlock();
        }
    }

    /** By the older protocol answers are lists as messages are. */
    private void hear(Object said) {
        if (said instanceof byte[] text) {
            answered(Names.text(text));
            return;
        }
        List<?> parts = (List<?>) said;
        switch (Server.text(parts.get(0))) {
            case "subscribe" -> begun();
            case "message" -> message((byte[]) parts.get(2));
            case "pong" -> answered(Server.text(parts.get(1)));
            default -> throw new JedisException("said to nobody who listens");
        }
    }

    private void begun() {
        hasBegun = true;
        listener.missed();
        askLater();
    }

    /** Anybody may say anything on a channel. */
    private void message(byte[] text) {
        try {
            listener.heard(text);
        } catch (RuntimeException odd) {
            listener.missed();
        }
    }

    private void askLater() {
        next = time.after(BEAT, this::ask);
    }

    /** A peer that is gone without a farewell looks like one that has nothing to say. */
    private void ask() {
        if (!isAnswered) {
            cut();
            return;
        }
        isAnswered = false;
        if (isAsked()) {
            askLater();
        }
    }

    /** The answer comes after all news that had come to the server before the question. */
    void doubt(long number) {
        isAsked(Form.ascii(number));
    }

    private boolean isAsked(byte[]... words) {
        try {
            send(Command.PING, words);
            return true;
        } catch (RuntimeException dead) {
            cut();
            return false;
        }
    }

    private void answered(String text) {
        isAnswered = true;
        if (NUMBER.matcher(text).matches() && !listener.hasHeard(Long.parseLong(text))) {
            cut();
        }
    }

    /**
     * From any thread.
     *
     * @return false when it could not be, and whoever listens does so
     */
    boolean cut() {
        try {
            own.forceDisconnect();
            return true;
        } catch (IOException gone) {
            return false;
        }
    }
}
