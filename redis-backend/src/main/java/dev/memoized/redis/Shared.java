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
import org.jspecify.annotations.Nullable;

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
    private final Access access;

    Shared(Names names, Clients clients, TimeSource time) {
        this.names = names;
        this.server = new Server(clients.leader());
        this.time = time;
        this.clock = new StoreClock(time);
        this.access = clients.reader()
                .<Access>map(reader -> new Apart(this, reader))
                .orElseGet(() -> new Beside(this, new Replicas(clients.replicas(), time)));
        this.marks = new HeldMarks(new Questions(this::ask, time), time);
        this.channel = new Channel(clients.listening(), this);
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

    Access access() {
        return access;
    }

    Channel channel() {
        return channel;
    }

    private List<byte @Nullable []> ask(List<byte[]> wanted) {
        long asked = channel.hearing().beginning();
        List<byte @Nullable []> answer = access.ask(wanted);
        told(answer.get(0), asked);
        return answer;
    }

    /**
     * An answer bears the number of the last invalidation: the channel should hear of it.
     *
     * @param asked what the channel had begun before the question
     */
    void told(byte @Nullable [] number, long asked) {
        if (number != null) {
            channel.hearing().told(Level.number(number), asked);
        }
    }

    /** By which a lease is known to all. */
    String token() {
        return jvm + "-" + tokens.incrementAndGet();
    }

    /** What all scripts are told before what each is. */
    byte[][] said(byte[]... each) {
        return said(List.of(each), Form.ascii(HeldMarks.KEPT.toSeconds()));
    }

    /** The same where writes are counted. */
    byte[][] saidCounting(byte[]... each) {
        return said(List.of(each), Form.ascii(HeldMarks.KEPT.toSeconds() + "w"));
    }

    /** The same where marks are told. */
    byte[][] said(Told told, byte[]... each) {
        return said(List.of(each), told.packed());
    }

    private byte[][] said(List<byte[]> each, byte[] third) {
        List<byte[]> all = new ArrayList<>(List.of(names.tags(), names.channel(), third));
        all.addAll(each);
        return all.toArray(byte[][]::new);
    }

    /** Keys of a script that needs marks only. */
    List<byte[]> numberAnd(List<byte[]> marks) {
        List<byte[]> keys = new ArrayList<>(List.of(names.number(), names.number(), names.number()));
        keys.addAll(marks);
        return keys;
    }

    /** Raises a mark, for all. */
    void raise(Mark mark, InvalidationMode mode) {
        byte[] name = names.mark(mark);
        byte[] manner = Form.ascii(mode == InvalidationMode.HARD ? "hard" : "soft");
        raised(
                mark,
                server.again(Raised::of, Script.MARK.beside(), numberAnd(List.of(name)), () -> said(manner, name))
                        .number());
    }

    /**
     * The same, hard, and tells how high others were before: a second attempt would be told of the first.
     *
     * @param others their names
     */
    Raised raiseOnce(List<byte[]> others, byte[] mark) {
        Raised done = server.once(Raised::of, Script.MARK.beside(), numberAnd(others), said(Form.ascii("hard"), mark));
        raised(Names.text(mark), done.number());
        return done;
    }

    /** This JVM need not wait for the channel to tell what it did itself. */
    void raised(Mark mark, long number) {
        raised(Names.text(names.mark(mark)), number);
    }

    /** One whose name is known. */
    void raised(String mark, long number) {
        marks.raised(mark, number);
        leases.raised(mark, number);
    }

    /** Asks the server whether a lease stands. */
    void check(RedisLease lease) {
        if (access.again(Server::number, Script.STANDS, lease.scope(), Form.ascii(lease.token()), lease.kind()) == 0) {
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
            clock.heard(access.time(), asked);
        }
        return clock.nanos(micros);
    }

    /** What is stored now is stamped so where its server's clock does not count, in microseconds. */
    long stamp() {
        if (clock.isUnknown()) {
            access.time();
        }
        return clock.micros();
    }

    @Override
    public void close() {
        channel.close();
    }
}
