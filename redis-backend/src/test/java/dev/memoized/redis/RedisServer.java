package dev.memoized.redis;

import static org.assertj.core.api.Assertions.fail;

import dev.memoized.spi.TimeSource;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
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
import redis.embedded.core.ExecutableProvider;

/** A Redis of a test class, on this machine only: that of the system, or the one that lies in a jar. */
final class RedisServer implements Servers {
    private static final Duration STARTS_WITHIN = Duration.ofSeconds(60);

    private static final JedisClientConfig CONFIG =
            DefaultJedisClientConfig.builder().timeoutMillis(10_000).build();

    private static final String CHOICE = "memoized.redis";

    private final boolean isEmbedded;
    private final @Nullable HostAndPort given;
    private @Nullable Path folder;
    private @Nullable Process process;
    private @Nullable RedisClient client;
    private int port;

    private RedisServer(boolean isEmbedded, @Nullable HostAndPort given) {
        this.isEmbedded = isEmbedded;
        this.given = given;
    }

    /**
     * The one that {@code -Dmemoized.redis} names: {@code system}, {@code embedded}, or by a URI one that runs already. Unless
     * it is set, that of the system, and without it the one from the jar.
     */
    static RedisServer chosen() {
        String choice = System.getProperty(CHOICE, "");
        RedisServer chosen =
                switch (choice) {
                    case "system" -> ofTheSystem();
                    case "embedded" -> embedded();
                    case "" -> isOnThePath() || mustRunAll() ? ofTheSystem() : embedded();
                    default -> new RedisServer(false, Target.of(choice).hosts().get(0));
                };
        System.out.println("Redis: " + chosen);
        return chosen;
    }

    private static boolean isOnThePath() {
        return !found("redis-server").isEmpty();
    }

    private static boolean mustRunAll() {
        return "all".equals(System.getProperty("memoized.require"));
    }

    @Override
    public String toString() {
        if (given != null) {
            return "the one at " + given;
        }
        return isEmbedded ? "6.2 from a jar" : "that of the system";
    }

    /** Redis 6.2, from a jar. */
    static RedisServer embedded() {
        return new RedisServer(true, null);
    }

    /** The one on the path: without it the test is skipped, or fails where all must run. */
    static RedisServer ofTheSystem() {
        return new RedisServer(false, null);
    }

    @Override
    public void beforeAll(ExtensionContext test) throws Exception {
        if (given != null) {
            client = newClient();
            return;
        }
        folder = Files.createTempDirectory("memoized-redis");
        port = freePort();
        client = newClient();
        start();
    }

    @Override
    public void start() throws Exception {
        Path here = Objects.requireNonNull(folder);
        File log = here.resolve("redis.log").toFile();
        List<String> command = List.of(
                executable(), "--port", "" + port, "--bind", "127.0.0.1", "--save", "", "--dir", here.toString());
        process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log))
                .start();

        try {
            Awaitility.await().atMost(STARTS_WITHIN).until(this::answers);
        } catch (ConditionTimeoutException dead) {
            fail("Redis does not answer: " + Files.readString(log.toPath()), dead);
        }
    }

    private boolean answers() {
        try {
            return "PONG".equals(client().ping());
        } catch (JedisException notYet) {
            return false;
        }
    }

    private String executable() throws Exception {
        if (!isEmbedded) {
            return onThePath("redis-server");
        }
        File unpacked = ExecutableProvider.newJarResourceProvider(
                        Objects.requireNonNull(folder).toFile())
                .get();
        return found("cp").isEmpty() ? unpacked.getPath() : copied(unpacked);
    }

    /**
     * By another process: a file that this one has just written may still be open for writing in a child which another
     * thread began meanwhile, and a system refuses to run such a file ("Text file busy").
     */
    private static String copied(File program) throws Exception {
        String copy = program.getPath() + "-to-run";
        int code = new ProcessBuilder("cp", "-p", program.getPath(), copy)
                .inheritIO()
                .start()
                .waitFor();
        if (code != 0) {
            fail("cp says " + code);
        }
        return copy;
    }

    /** A program of the system's Redis. */
    static String onThePath(String program) {
        List<Path> found = found(program);
        if (found.isEmpty() && mustRunAll()) {
            fail(program + " is not on the path, and all tests must run");
        }
        Assumptions.assumeFalse(found.isEmpty(), program + " is not on the path");
        return found.get(0).toString();
    }

    private static List<Path> found(String program) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .map(each -> Path.of(each, program))
                .filter(Files::isExecutable)
                .toList();
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void kill() throws InterruptedException {
        Process running = process;
        if (running != null) {
            running.destroyForcibly();
            running.waitFor(10, TimeUnit.SECONDS);
        }
    }

    @Override
    public void pause() throws Exception {
        Servers.signal("STOP", Objects.requireNonNull(process).pid());
    }

    @Override
    public void resume() throws Exception {
        Servers.signal("CONT", Objects.requireNonNull(process).pid());
    }

    @Override
    public void empty() {
        client().flushAll();
    }

    int port() {
        return port;
    }

    @Override
    public String uri() {
        return "redis://127.0.0.1:" + port;
    }

    @Override
    public RedisBackend backend(TimeSource time, String prefix) {
        return backend(newClient(), () -> new Connection(address(), CONFIG), time, prefix);
    }

    /** Of one server; the client is closed with it. */
    static RedisBackend backend(UnifiedJedis client, Supplier<Connection> connections, TimeSource time, String prefix) {
        return new RedisBackend(new Shared(new Names(prefix, 0), Clients.of(client, connections), time), client::close);
    }

    HostAndPort address() {
        return given == null ? new HostAndPort("127.0.0.1", port) : given;
    }

    @Override
    public RedisClient client() {
        return Objects.requireNonNull(client);
    }

    void send(Command command, String... words) {
        CommandArguments all = new CommandArguments(command);
        Stream.of(words).forEach(all::add);
        client().executeCommand(all);
    }

    /** How many connections listen to a channel. */
    long listeners(byte[] channel) {
        Object answer = client().executeCommand(
                        new CommandArguments(Command.PUBSUB).add("NUMSUB").add(channel));
        return Server.number(((List<?>) answer).get(1));
    }

    private RedisClient newClient() {
        ConnectionPoolConfig pool = new ConnectionPoolConfig();
        pool.setMaxTotal(64);
        pool.setMaxWait(Duration.ofSeconds(10));
        pool.setJmxEnabled(false);
        return RedisClient.builder()
                .hostAndPort(address())
                .clientConfig(
                        DefaultJedisClientConfig.builder().timeoutMillis(10_000).build())
                .poolConfig(pool)
                .build();
    }

    @Override
    public void afterAll(ExtensionContext test) throws Exception {
        if (client != null) {
            client.close();
        }
        kill();
        if (folder != null) {
            delete(folder);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path each : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }
}
