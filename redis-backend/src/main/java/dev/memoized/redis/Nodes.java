package dev.memoized.redis;

import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.CommandObject;
import redis.clients.jedis.Connection;
import redis.clients.jedis.ConnectionPoolConfig;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.JedisClientConfig;
import redis.clients.jedis.Protocol.Command;
import redis.clients.jedis.exceptions.JedisAskDataException;
import redis.clients.jedis.exceptions.JedisConnectionException;
import redis.clients.jedis.exceptions.JedisException;
import redis.clients.jedis.exceptions.JedisRedirectionException;
import redis.clients.jedis.executors.CommandExecutor;
import redis.clients.jedis.providers.ClusterConnectionProvider;
import redis.clients.jedis.providers.ConnectionProvider;

/**
 * Connections to the nodes of a cluster, and commands to the one that has their keys. The nodes are asked who has which when
 * the first command is sent, when one names another, and when one cannot be reached. What a node has not answered is not sent
 * again: that is decided by who knows whether it may be. Thread-safe.
 */
final class Nodes implements ConnectionProvider, CommandExecutor {
    private static final int REDIRECTIONS = 5;

    private final ReentrantLock lock = new ReentrantLock();
    private final List<HostAndPort> seeds;
    private final JedisClientConfig config;
    private final ConnectionPoolConfig limits;
    private volatile @Nullable ClusterConnectionProvider known;
    private boolean isClosed;

    Nodes(List<HostAndPort> seeds, JedisClientConfig config, ConnectionPoolConfig limits) {
        this.seeds = seeds;
        this.config = config;
        this.limits = limits;
    }

    private ClusterConnectionProvider nodes() {
        ClusterConnectionProvider nodes = known;
        if (nodes != null) {
            return nodes;
        }
        lock.lock();
        try {
            if (isClosed) {
                throw new JedisException("closed");
            }
            ClusterConnectionProvider others = known;
            ClusterConnectionProvider all =
                    others == null ? new ClusterConnectionProvider(Set.copyOf(seeds), config, limits) : others;
            known = all;
            return all;
        } finally {
            lock.unlock();
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
                    nodes.renewSlotCache();
                }
            } catch (JedisConnectionException gone) {
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
            there.executeCommand(Command.ASKING);
        }
        return there;
    }

    /** Another one may have been put in its place. */
    private static void lookAgain(ClusterConnectionProvider nodes, JedisConnectionException gone) {
        try {
            nodes.renewSlotCache();
        } catch (JedisException none) {
            gone.addSuppressed(none);
        }
    }

    /** One that listens, to any node: what is told at one is told at all. */
    Connection listen() {
        JedisException last = new JedisConnectionException("no node");
        for (String node : nodes().getConnectionMap().keySet()) {
            try {
                return new Connection(HostAndPort.from(node), config);
            } catch (JedisException gone) {
                last = gone;
            }
        }
        throw last;
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
        lock.lock();
        try {
            isClosed = true;
            ClusterConnectionProvider nodes = known;
            if (nodes != null) {
                nodes.close();
            }
        } finally {
            lock.unlock();
        }
    }
}
