package dev.memoized.redis;

import dev.memoized.spi.InvalidationMode;
import dev.memoized.spi.Mark;
import dev.memoized.spi.Namespace;
import dev.memoized.spi.TimeSource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import redis.clients.jedis.Connection;
import redis.clients.jedis.UnifiedJedis;

/** What the stores of one backend have in common. Thread-safe. */
final class Shared implements AutoCloseable {
    private static final Duration LONGEST = Duration.ofDays(10_000);
    private static final Duration ANSWERS_WITHIN = Duration.ofMinutes(1);

    private final AtomicLong tokens = new AtomicLong();
    private final String jvm = UUID.randomUUID().toString().replace("-", "");
    private final OutLeases leases = new OutLeases();
    private final Names names;
    private final Server server;
    private final TimeSource time;
    private final StoreClock clock;
    private final HeldMarks marks;
    private final Channel channel;

    Shared(Names names, UnifiedJedis client, Supplier<Connection> connections, TimeSource time) {
        this.names = names;
        this.server = new Server(client, names);
        this.time = time;
        this.clock = new StoreClock(time);
        this.marks = new HeldMarks(names, server, time);
        this.channel = new Channel(connections, this);
    }

    Names names() {
        return names;
    }

    /** What a key of a namespace needs. */
    Scope scope(Object key, Namespace namespace) {
        return Scope.of(key, namespace, names);
    }

    Server server() {
        return server;
    }

    TimeSource time() {
        return time;
    }

    StoreClock clock() {
        return clock;
    }

    HeldMarks marks() {
        return marks;
    }

    OutLeases leases() {
        return leases;
    }

    Channel channel() {
        return channel;
    }

    /** By which a lease is known to all. */
    String token() {
        return jvm + "-" + tokens.incrementAndGet();
    }

    /** Raises a mark, for all. */
    void raise(Mark mark, InvalidationMode mode) {
        byte[] name = names.mark(mark);
        List<byte[]> needed = new ArrayList<>(List.of(names.number(), names.number(), names.number()));
        if (mark.kind() == Mark.Kind.NAMESPACE) {
            needed.add(name);
        }
        byte[] manner = Form.ascii(mode == InvalidationMode.HARD ? "hard" : "soft");
        raised(mark, server.again(Server::number, Script.MARK, needed, manner, name));
    }

    /** This JVM need not wait for the channel to tell what it did itself. */
    void raised(Mark mark, long number) {
        raised(Names.text(names.mark(mark)), number);
    }

    /** One whose name is known. */
    void raised(String mark, long number) {
        marks.forget(mark);
        leases.raised(mark, number);
    }

    /** Asks the server whether a lease stands. */
    void check(RedisLease lease) {
        if (server.again(Server::number, Script.STANDS, lease.names(), Form.ascii(lease.token()), lease.kind()) == 0) {
            leases.end(lease);
        }
    }

    /** When a life that begins now has ended, here and there. */
    long endOf(Duration life) {
        Duration bounded = life.compareTo(LONGEST) < 0 ? life : LONGEST;
        return time.nanos() + bounded.plus(ANSWERS_WITHIN).toNanos();
    }

    /** A time of the server in this JVM's. */
    long nanos(long micros) {
        if (clock.isUnknown()) {
            long asked = time.nanos();
            clock.heard(server.time(), asked);
        }
        return clock.nanos(micros);
    }

    @Override
    public void close() {
        channel.close();
    }
}
