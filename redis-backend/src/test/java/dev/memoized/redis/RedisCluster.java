package dev.memoized.redis;

import dev.memoized.spi.TimeSource;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.Connection;
import redis.clients.jedis.ConnectionPoolConfig;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.JedisClientConfig;
import redis.clients.jedis.Protocol.Command;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.exceptions.JedisException;
import redis.clients.jedis.util.JedisClusterCRC16;

/** A cluster of the system's Redis: three masters, and a replica of each when it is asked for. */
final class RedisCluster implements Servers {
    static final int SLOTS = 16_384;
    static final int MASTERS = 3;

    private static final Duration MEETS_WITHIN = Duration.ofSeconds(60);

    private static final JedisClientConfig CONFIG =
            DefaultJedisClientConfig.builder().timeoutMillis(10_000).build();

    private final List<Node> nodes = new ArrayList<>();
    private final boolean hasReplicas;
    private @Nullable Path folder;
    private @Nullable UnifiedJedis client;

    private RedisCluster(boolean hasReplicas) {
        this.hasReplicas = hasReplicas;
    }

    static RedisCluster ofMasters() {
        return new RedisCluster(false);
    }

    static RedisCluster withReplicas() {
        return new RedisCluster(true);
    }

    /** One of them. */
    record Node(RedisProcess process, HostAndPort address) {

        Object tell(Command command, Object... words) {
            CommandArguments all = new CommandArguments(command);
            Stream.of(words).forEach(all::add);
            try (Connection connection = new Connection(address, CONFIG)) {
                return connection.executeCommand(all);
            }
        }

        String text(Command command, Object... words) {
            return Server.text(tell(command, words));
        }

        boolean answers() {
            try {
                return tell(Command.PING) != null;
            } catch (JedisException notYet) {
                return false;
            }
        }
    }

    @Override
    public void beforeAll(ExtensionContext test) throws Exception {
        folder = Files.createTempDirectory("memoized-cluster");
        int count = hasReplicas ? 2 * MASTERS : MASTERS;
        for (int i = 0; i < count; i++) {
            nodes.add(started(i));
        }
        for (int i = 0; i < MASTERS; i++) {
            nodes.get(i).tell(Command.CLUSTER, slots(i));
            nodes.get(i).tell(Command.CLUSTER, "SET-CONFIG-EPOCH", i + 1);
        }
        for (Node other : nodes.subList(1, count)) {
            nodes.get(0)
                    .tell(
                            Command.CLUSTER,
                            "MEET",
                            other.address().getHost(),
                            other.address().getPort());
        }
        await(() -> nodes.stream().allMatch(node -> knows(node, count)));
        for (int i = MASTERS; i < count; i++) {
            nodes.get(i)
                    .tell(Command.CLUSTER, "REPLICATE", nodes.get(i - MASTERS).text(Command.CLUSTER, "MYID"));
        }
        await(() -> nodes.stream().allMatch(RedisCluster::isComplete));
    }

    /** What one says that gets those that a node begins with. */
    static Object[] slots(int node) {
        return Stream.concat(
                        Stream.of("ADDSLOTS"),
                        IntStream.range(SLOTS * node / MASTERS, SLOTS * (node + 1) / MASTERS)
                                .boxed())
                .toArray();
    }

    private static void await(Callable<Boolean> condition) {
        Awaitility.await().atMost(MEETS_WITHIN).until(condition);
    }

    private static boolean knows(Node node, int count) {
        return node.text(Command.CLUSTER, "INFO").contains("cluster_known_nodes:" + count);
    }

    static boolean isComplete(Node node) {
        return node.text(Command.CLUSTER, "INFO").contains("cluster_state:ok")
                && !node.text(Command.INFO, "replication").contains("master_link_status:down");
    }

    private Node started(int number) throws IOException {
        Path here = Files.createDirectory(Objects.requireNonNull(folder).resolve("node" + number));
        int port = freePorts();
        String[] arguments = {
            "--port",
            "" + port,
            "--bind",
            "127.0.0.1",
            "--save",
            "",
            "--dir",
            here.toString(),
            "--cluster-enabled",
            "yes",
            "--cluster-node-timeout",
            "2000",
            "--cluster-announce-ip",
            "127.0.0.1"
        };
        Node node = new Node(new RedisProcess(here, "redis-server", arguments), new HostAndPort("127.0.0.1", port));
        node.process().start(node::answers);
        return node;
    }

    /** The nodes talk to each other at a port that is higher by so much. */
    static int freePorts() throws IOException {
        while (true) {
            int port = RedisServer.freePort() % 45_000 + 10_000;
            try (ServerSocket one = new ServerSocket(port, 1, InetAddress.getLoopbackAddress());
                    ServerSocket other = new ServerSocket(port + 10_000, 1, InetAddress.getLoopbackAddress())) {
                return one.isBound() && other.isBound() ? port : 0;
            } catch (IOException taken) {
                continue;
            }
        }
    }

    Node node(int number) {
        return nodes.get(number);
    }

    static int slot(byte[] name) {
        return JedisClusterCRC16.getSlot(name);
    }

    /** The master that has what is called so. */
    int masterOf(byte[] name) {
        int slot = slot(name);
        return IntStream.range(0, MASTERS)
                .filter(i -> slot < SLOTS * (i + 1) / MASTERS)
                .findFirst()
                .orElseThrow();
    }

    /** All of the masters. */
    List<Node> masters() {
        return nodes.subList(0, MASTERS);
    }

    @Override
    public String uri() {
        return "redis-cluster://127.0.0.1:" + nodes.get(0).address().getPort();
    }

    @Override
    public RedisBackend backend(TimeSource time, String prefix) {
        return backend(nodes(time), time, prefix);
    }

    /** By these connections, which are closed with it. */
    static RedisBackend backend(Nodes all, TimeSource time, String prefix) {
        RedisClient client = RedisClient.builder()
                .clientConfig(DefaultJedisClientConfig.builder().resp3().build())
                .connectionProvider(all)
                .commandExecutor(all)
                .build();
        return new RedisBackend(
                new Shared(new Names(prefix, 0), Clients.ofCluster(client, all::listen, all::read), time),
                client::close);
    }

    private Nodes nodes(TimeSource time) {
        ConnectionPoolConfig pool = new ConnectionPoolConfig();
        pool.setMaxTotal(64);
        pool.setMaxWait(Duration.ofSeconds(10));
        pool.setJmxEnabled(false);
        return new Nodes(List.of(nodes.get(0).address()), CONFIG, pool, time);
    }

    @Override
    public UnifiedJedis client() {
        UnifiedJedis known = client;
        if (known == null) {
            known = Servers.client(uri(), Duration.ofSeconds(10));
            client = known;
        }
        return known;
    }

    @Override
    public void empty() {
        masters().forEach(node -> node.tell(Command.FLUSHALL));
    }

    @Override
    public void kill() {
        nodes.forEach(node -> node.process().kill());
    }

    /** Each knows the others from before. */
    @Override
    public void start() throws Exception {
        for (Node node : nodes) {
            node.process().start(node::answers);
        }
        await(() -> nodes.stream().allMatch(RedisCluster::isComplete));
    }

    @Override
    public void pause() throws Exception {
        signal("STOP");
    }

    @Override
    public void resume() throws Exception {
        signal("CONT");
    }

    private void signal(String name) throws Exception {
        for (Node node : nodes) {
            node.process().signal(name);
        }
    }

    @Override
    public void afterAll(ExtensionContext test) throws Exception {
        UnifiedJedis known = client;
        if (known != null) {
            known.close();
            client = null;
        }
        kill();
        nodes.clear();
        if (folder != null) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path each : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(each);
                }
            }
        }
    }
}
