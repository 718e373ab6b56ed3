package dev.memoized.redis;

import dev.memoized.BackendException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.Connection;

/**
 * Hears what happens to keys and marks, whoever does it: one connection and one thread for a backend, from the first lease on.
 * What is missed costs a question more, never a wrong value. Thread-safe.
 */
final class Channel implements Ear.Listener, AutoCloseable {
    private static final long NOTHING_YET = -1;

    private final ReentrantLock lock = new ReentrantLock();
    private final Supplier<Connection> connections;
    private final Shared shared;
    private final Hearing hearing;
    private volatile boolean isOpen;
    private long last = NOTHING_YET;
    private @Nullable Listening listening;

    Channel(Supplier<Connection> connections, Shared shared) {
        this.connections = connections;
        this.shared = shared;
        this.hearing = new Hearing(shared.time(), this::doubt);
    }

    /** Begins to listen, the first time. */
    void open() {
        if (isOpen) {
            return;
        }
        lock.lock();
        try {
            if (!isOpen) {
                isOpen = true;
                listening = new Listening(connections, shared.names().channel(), shared.time(), this);
                listening.start();
            }
        } finally {
            lock.unlock();
        }
    }

    private void doubt(long number) {
        Listening here;
        lock.lock();
        try {
            here = listening;
        } finally {
            lock.unlock();
        }
        if (here != null) {
            here.doubt(number);
        }
    }

    /** What is compared with answers. */
    Hearing hearing() {
        return hearing;
    }

    @Override
    public boolean hasHeard(long number) {
        return hearing.hasHeard(number);
    }

    /** What is out is asked for. */
    @Override
    public void missed() {
        last = NOTHING_YET;
        hearing.begin();
        shared.marks().forgetAll();
        shared.leases().missed();
        shared.leases().out().forEach(this::check);
    }

    /** One that cannot be asked for has ended: others are not kept waiting for its server. */
    private void check(RedisLease lease) {
        try {
            shared.check(lease);
        } catch (BackendException unknown) {
            shared.leases().end(lease);
        }
    }

    /** A letter; tokens of leases, or the number of a mark and the one before it; a name. */
    @Override
    public void heard(byte[] message) {
        String text = Names.text(message);
        int gap = text.indexOf(' ');
        String what = text.substring(1, gap);
        String name = text.substring(gap + 1);
        switch (text.charAt(0)) {
            case 'c' -> shared.leases().changed(name, Done.tokens(what));
            case 'h', 's' -> raised(name, what.split(",", 2));
            default -> throw new IllegalArgumentException("a letter that nobody knows");
        }
    }

    /** Between the number before it and the last one that was heard others were missed. */
    private void raised(String mark, String[] numbers) {
        long number = Long.parseLong(numbers[0]);
        boolean isNext = last == NOTHING_YET || last == Long.parseLong(numbers[1]);
        shared.raised(mark, number);
        if (!isNext) {
            missed();
        }
        last = number;
        hearing.heard(number);
    }

    /** Not opened again. */
    @Override
    public void close() {
        lock.lock();
        try {
            isOpen = true;
            if (listening != null) {
                listening.close();
            }
        } finally {
            lock.unlock();
        }
    }
}
