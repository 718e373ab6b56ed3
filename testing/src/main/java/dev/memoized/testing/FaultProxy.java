package dev.memoized.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A TCP proxy before a server, on a free port of 127.0.0.1. What it does to the server's replies can be changed at any time,
 * also while they are under way; until something is said it passes on everything. It counts what it really did.
 *
 * <pre>{@code
 * try (FaultProxy proxy = new FaultProxy(new InetSocketAddress("127.0.0.1", 6379))) {
 *     Client client = new Client("127.0.0.1", proxy.port());
 *     proxy.delayBy(Duration.ofMillis(200));
 *     proxy.set(Fault.DELAY, 0.01);
 *     proxy.set(Fault.CUT, 0.002);
 *     ...
 *     assertThat(proxy.count(Fault.DELAY)).isPositive();
 * }
 * }</pre>
 *
 * <p>It knows no protocol: a reply is what the server sends at once, up to 64 KB. What clients send is passed on as it is. A
 * connection that the server does not take, or ends, is closed. Thread-safe; has two threads for each connection and one for
 * itself.
 */
public final class FaultProxy implements AutoCloseable {
    private static final Duration DELAY = Duration.ofMillis(100);
    private static final int WAITING = 128;

    private final Set<ProxiedConnection> connections = ConcurrentHashMap.newKeySet();
    private final InetSocketAddress server;
    private final Faults faults;
    private final ServerSocket door;
    private final Thread porter;

    /**
     * One whose chance is the same in each run, as far as replies come in the same order.
     *
     * @param server need not be there yet
     * @throws UncheckedIOException when there is no free port
     */
    public FaultProxy(InetSocketAddress server) {
        this(server, 1);
    }

    /**
     * One with a chance of its own.
     *
     * @param server need not be there yet
     * @param seed of its chance
     * @throws UncheckedIOException when there is no free port
     */
    public FaultProxy(InetSocketAddress server, long seed) {
        this.server = server;
        this.faults = new Faults(seed, DELAY);
        try {
            this.door = new ServerSocket(0, WAITING, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        this.porter = new Thread(this::welcome, "fault proxy " + port());
        porter.setDaemon(true);
        porter.start();
    }

    private void welcome() {
        while (!door.isClosed()) {
            try {
                ProxiedConnection connection = new ProxiedConnection(door.accept(), server, faults);
                connections.removeIf(ProxiedConnection::hasEnded);
                connections.add(connection);
                connection.start();
            } catch (IOException closed) {
                // the door was closed, or the client has left before it was let in
            }
        }
    }

    /**
     * Where clients connect.
     *
     * @return a port of 127.0.0.1
     */
    public int port() {
        return door.getLocalPort();
    }

    /**
     * From now on a share of the replies suffers this, each by chance; the shares of other faults stay.
     *
     * @param fault which
     * @param share from 0 (none) to 1 (each)
     * @throws IllegalArgumentException when it is another number, or all shares are more than 1 together
     */
    public void set(Fault fault, double share) {
        faults.set(fault, share);
    }

    /**
     * How late those replies come from now on that are delayed: 100 ms until it is said.
     *
     * @param delay zero or more
     */
    public void delayBy(Duration delay) {
        faults.delayBy(delay);
    }

    /** From now on it passes on everything. What a {@link Fault#BLACK_HOLE} has swallowed does not come any more. */
    public void work() {
        faults.clear();
    }

    /** Ends all connections that are open; new ones are welcome. */
    public void cutAll() {
        connections.forEach(ProxiedConnection::close);
    }

    /**
     * How many replies the server has given, whatever was done to them.
     *
     * @return zero or more
     */
    public long replies() {
        return faults.replies();
    }

    /**
     * How often a fault was done; a delay counts from its beginning. One that was meant for a client that had left before it
     * could be done does not count.
     *
     * @param which none for all
     * @return zero or more
     */
    public long count(Fault... which) {
        return faults.count(which);
    }

    /**
     * Blocks until a fault was done so often.
     *
     * @param fault which
     * @param count at least this often since the start
     */
    public void awaitCount(Fault fault, long count) {
        faults.awaitCount(fault, count);
    }

    /**
     * How many connections are open, those in a black hole included.
     *
     * @return zero or more
     */
    public int connections() {
        return (int) connections.stream().filter(each -> !each.hasEnded()).count();
    }

    /** Ends all connections and threads, and frees the port. A second call does nothing. */
    @Override
    public void close() {
        try {
            door.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        Threads.awaitEnd(porter);
        cutAll();
        connections.forEach(ProxiedConnection::awaitEnd);
    }
}
