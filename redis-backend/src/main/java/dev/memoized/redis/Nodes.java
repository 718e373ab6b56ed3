package dev.memoized.redis;

import dev.memoized.spi.TimeSource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.BuilderFactory;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.CommandObject;
import redis.clients.jedis.Connection;
import redis.clients.jedis.ConnectionPoolConfig;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.JedisClientConfig;
import redis.clients.jedis.Protocol.Command;
import redis.clients.jedis.exceptions.JedisAskDataException;
import redis.clients.jedis.exceptions.JedisClusterException;
import redis.clients.jedis.exceptions.JedisConnectionException;
import redis.clients.jedis.exceptions.JedisDataException;
import redis.clients.jedis.exceptions.JedisException;
import redis.clients.jedis.exceptions.JedisRedirectionException;
import redis.clients.jedis.executors.CommandExecutor;
import redis.clients.jedis.providers.ClusterConnectionProvider;
import redis.clients.jedis.providers.ConnectionProvider;
import redis.clients.jedis.util.JedisClusterCRC16;

/**
 * Connections to the nodes of a cluster, and commands to the one that has their keys. The nodes are asked who has which when
 * the first command is sent, when one names another, and when one cannot be reached. What a node has not answered is not sent
 * again: that is decided by who knows whether it may be. Thread-safe.
 */
final class Nodes implements ConnectionProvider, CommandExecutor {
    private static final int REDIRECTIONS = 5;

    /** For so long nobody asks again who could not be told. */
    private static final long REST = Duration.ofMillis(100).toNanos();

    private final ReentrantLock lock = new ReentrantLock();
    private final List<HostAndPort> seeds;
    private final JedisClientConfig config;
    private final ConnectionPoolConfig limits;
    private final TimeSource time;
    private volatile @Nullable ClusterConnectionProvider known;
    private volatile boolean isClosed;
    private @Nullable Unfound unfound;

    private record Unfound(JedisException why, long at) {}

    Nodes(List<HostAndPort> seeds, JedisClientConfig config, ConnectionPoolConfig limits, TimeSource time) {
        this.seeds = seeds;
        this.config = config;
        this.limits = limits;
        this.time = time;
    }

    private ClusterConnectionProvider nodes() {
        ClusterConnectionProvider nodes = known;
        return nodes == null ? found() : nodes;
    }

    /** Many may wait for it at once, and one asks for all. */
    private ClusterConnectionProvider found() {
        lock.lock();
        try {
            ClusterConnectionProvider others = known;
            if (others != null) {
                return others;
            }
            throwIfUnfound();
            ClusterConnectionProvider all = new ClusterConnectionProvider(Set.copyOf(seeds), config, limits);
            known = all;
            return all;
        } catch (JedisException failure) {
            Unfound last = unfound;
            unfound = last != null && last.why == failure ? last : new Unfound(failure, time.nanos());
            throw failure;
        } finally {
            lock.unlock();
        }
    }

    private void throwIfUnfound() {
        if (isClosed) {
            throw new JedisException("closed");
        }
        Unfound last = unfound;
        if (last != null && time.nanos() - last.at < REST) {
            throw last.why;
        }
    }

    @Override
    public <T> T executeCommand(CommandObject<T> command) {
        ClusterConnectionProvider nodes = nodes();
        JedisRedirectionException elsewhere = null;
        for (int i = 0; i <= REDIRECTIONS; i++) {
            try (Connection connection = connection(nodes, command.getArguments(), elsewhere)) {
                return connection.executeCommand(command);
            } catch (JedisRedirectionException told) {
                elsewhere = told;
                if (!(told instanceof JedisAskDataException)) {
                    lookAgain(nodes, told);
                }
            } catch (JedisConnectionException | JedisClusterException gone) {
                lookAgain(nodes, gone);
                throw gone;
            }
        }
        throw new JedisException("each node names another", elsewhere);
    }

    private static Connection connection(
            ClusterConnectionProvider nodes, CommandArguments command, @Nullable JedisRedirectionException elsewhere) {
        if (elsewhere == null) {
            return nodes.getConnection(command);
        }
        Connection there = nodes.getConnection(elsewhere.getTargetNode());
        if (elsewhere instanceof JedisAskDataException) {
            asking(there);
        }
        return there;
    }

    private static void asking(Connection there) {
        try {
            there.executeCommand(Command.ASKING);
        } catch (JedisException refused) {
            there.close();
            throw refused;
        }
    }

    /** Another one may have been put in its place. */
    private static void lookAgain(ClusterConnectionProvider nodes, JedisException gone) {
        try {
            nodes.renewSlotCache();
        } catch (JedisException none) {
            gone.addSuppressed(none);
        }
    }

    /** Values of names wherever they lie: all of a node at once, and those again that it has no longer. */
    List<?> read(List<byte[]> names) {
        if (names.size() == 1) {
            return Collections.singletonList(executeCommand(get(names.get(0))));
        }
        ClusterConnectionProvider nodes = nodes();
        Map<HostAndPort, List<Integer>> byNode = new HashMap<>();
        for (int i = 0; i < names.size(); i++) {
            HostAndPort node = nodes.getNode(JedisClusterCRC16.getSlot(names.get(i)));
            byNode.putIfAbsent(node, new ArrayList<>());
            byNode.getOrDefault(node, List.of()).add(i);
        }
        @Nullable Object[] values = new @Nullable Object[names.size()];
        byNode.forEach((node, places) -> {
            List<byte[]> some = places.stream().map(names::get).toList();
            List<Object> answers = read(nodes, node, some);
            for (int i = 0; i < places.size(); i++) {
                values[places.get(i)] = value(answers.get(i), some.get(i));
            }
        });
        return Arrays.asList(values);
    }

    private @Nullable Object value(@Nullable Object answer, byte[] name) {
        if (answer instanceof JedisRedirectionException) {
            return executeCommand(get(name));
        }
        if (answer instanceof JedisDataException refusal) {
            throw refusal;
        }
        return answer;
    }

    private static List<Object> read(ClusterConnectionProvider nodes, HostAndPort node, List<byte[]> names) {
        try (Connection connection = nodes.getConnection(node)) {
            names.forEach(name -> connection.sendCommand(Command.GET, name));
            return connection.getMany(names.size());
        } catch (JedisConnectionException gone) {
            lookAgain(nodes, gone);
            throw gone;
        }
    }

    private static CommandObject<byte @Nullable []> get(byte[] name) {
        return new CommandObject<>(new CommandArguments(Command.GET).key(name), BuilderFactory.BINARY);
    }

    /**
     * One that listens, to the node that has the marks: what is told at one is told at all, but not at one that has left. It is
     * the one that questions for marks have found.
     */
    Connection listen() {
        ClusterConnectionProvider nodes = nodes();
        try {
            HostAndPort node = nodes.getNode(Names.MARKS_SLOT);
            if (node == null) {
                throw new JedisConnectionException("no node has the marks");
            }
            return new Connection(node, config);
        } catch (JedisException gone) {
            lookAgain(nodes, gone);
            throw gone;
        }
    }

    @Override
    public Connection getConnection() {
        return nodes().getConnection();
    }

    @Override
    public Connection getConnection(CommandArguments command) {
        return nodes().getConnection(command);
    }

    @Override
    public void close() {
        isClosed = true;
        lock.lock();
        try {
            ClusterConnectionProvider nodes = known;
            if (nodes != null) {
                nodes.close();
            }
        } finally {
            lock.unlock();
        }
    }
}
