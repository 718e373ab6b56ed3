package dev.memoized.redis;

import dev.memoized.spi.TimeSource;
import java.io.IOException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.Connection;
import redis.clients.jedis.ConnectionPool;
import redis.clients.jedis.ConnectionPoolConfig;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.JedisClientConfig;
import redis.clients.jedis.exceptions.JedisConnectionException;
import redis.clients.jedis.exceptions.JedisException;
import redis.clients.jedis.providers.ConnectionProvider;

/**
 * Connections to the server that leads. The sentinels are asked which one that is before the first, after each failure that
 * another leader would explain, and every few seconds. Thread-safe.
 */
final class Leaders implements ConnectionProvider {
    private static final Duration ASKS_AGAIN = Duration.ofSeconds(5);

    /** For so long nobody asks again who could not be told. */
    private static final long REST = Duration.ofMillis(100).toNanos();

    private static final Set<Trouble> DOUBTS =
            EnumSet.of(Trouble.READONLY, Trouble.LOADING, Trouble.MASTERDOWN, Trouble.UNREACHABLE, Trouble.EXHAUSTED);

    private final ReentrantLock lock = new ReentrantLock();
    private final Sentinels sentinels;
    private final JedisClientConfig config;
    private final ConnectionPoolConfig limits;
    private final TimeSource time;
    private volatile @Nullable Led led;
    private volatile boolean isDoubted;
    private volatile boolean isClosed;
    private @Nullable Connection listening;
    private @Nullable Untold untold;
    private Runnable next = () -> {};

    private record Led(HostAndPort address, ConnectionPool pool) {}

    private record Untold(JedisException why, long at) {}

    Leaders(Sentinels sentinels, JedisClientConfig config, ConnectionPoolConfig limits, TimeSource time) {
        this.sentinels = sentinels;
        this.config = config;
        this.limits = limits;
        this.time = time;
    }

    @Override
    public Connection getConnection() {
        Led known = led;
        return (known == null || isDoubted ? asked() : known).pool.getResource();
    }

    @Override
    public Connection getConnection(CommandArguments command) {
        return getConnection();
    }

    /** One that listens; it is cut when another server leads. */
    Connection listen() {
        isDoubted = true;
        Led leader = asked();
        Connection fresh = new Connection(leader.address, config);
        lock.lock();
        try {
            if (isClosed || !leads(leader.address)) {
                fresh.close();
                throw new JedisConnectionException("another server leads");
            }
            listening = fresh;
            return fresh;
        } finally {
            lock.unlock();
        }
    }

    private boolean leads(HostAndPort address) {
        Led known = led;
        return known != null && known.address.equals(address);
    }

    /** Something has failed: perhaps since another server leads. */
    void failed(JedisException failure) {
        if (DOUBTS.contains(Trouble.of(failure))) {
            sentinels.doubt();
            isDoubted = true;
        }
    }

    /** Many may be in doubt at once, and one asks for all. */
    private Led asked() {
        lock.lock();
        try {
            Led known = led;
            return known == null || isDoubted ? ask() : known;
        } finally {
            lock.unlock();
        }
    }

    private Led ask() {
        throwIfUntold();
        try {
            isDoubted = false;
            return follow(sentinels.leader());
        } catch (JedisException failure) {
            untold = new Untold(failure, time.nanos());
            Led known = led;
            if (known == null) {
                throw failure;
            }
            return known;
        }
    }

    private void throwIfUntold() {
        Untold last = untold;
        if (last != null && led == null && time.nanos() - last.at < REST) {
            throw last.why;
        }
    }

    private Led follow(HostAndPort address) {
        Led known = led;
        if (isClosed) {
            throw new JedisException("closed");
        }
        if (known != null && leads(address)) {
            return known;
        }
        Led fresh = new Led(address, new ConnectionPool(address, config, limits));
        led = fresh;
        if (known == null) {
            askLater();
        } else {
            giveUp(known);
        }
        return fresh;
    }

    /** Connections that are in use go when they come back. */
    private void giveUp(Led former) {
        former.pool.close();
        Connection last = listening;
        if (last != null) {
            try {
                last.forceDisconnect();
            } catch (IOException gone) {
                listening = null;
            }
        }
    }

    private void askLater() {
        next = time.after(ASKS_AGAIN, this::look);
    }

    /** A leader that is cut off from the sentinels answers as before. */
    private void look() {
        lock.lock();
        try {
            if (!isClosed) {
                ask();
                askLater();
            }
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        lock.lock();
        try {
            isClosed = true;
            next.run();
            Led last = led;
            if (last != null) {
                last.pool.close();
            }
        } finally {
            lock.unlock();
        }
    }
}
