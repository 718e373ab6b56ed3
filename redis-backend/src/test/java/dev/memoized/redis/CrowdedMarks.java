package dev.memoized.redis;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import dev.memoized.testing.ManualClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Stream;
import org.awaitility.core.ConditionTimeoutException;
import redis.clients.jedis.Connection;
import redis.clients.jedis.ConnectionPoolConfig;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.JedisClientConfig;
import redis.clients.jedis.RedisClient;

/**
 * What goes wrong when many readers need a mark at once that has just been raised, while an answer from before is on its way.
 * The server is one of the test's, which holds that answer back until all others wait, or too long for real; the clock stands still.
 */
final class CrowdedMarks implements Function<Duration, List<String>> {
    static final int READERS = 64;

    /** A slow machine is no failure of the server. */
    private static final JedisClientConfig CONFIG =
            DefaultJedisClientConfig.builder().timeoutMillis(60_000).build();

    private static final int ROUNDS = 3;

    private final ManualClock clock = new ManualClock();
    private final List<String> wrong = new ArrayList<>();

    @Override
    public List<String> apply(Duration patience) {
        ExecutorService readers = Executors.newFixedThreadPool(READERS);
        try (ScriptedServer server = new ScriptedServer();
                RedisClient client = client(server);
                Shared shared = shared(client, server)) {
            for (int round = 0; round < ROUNDS && wrong.isEmpty(); round++) {
                ask(server, shared, readers, 10 * round, patience);
            }
        } finally {
            readers.shutdownNow();
        }
        return wrong;
    }

    private static RedisClient client(ScriptedServer server) {
        ConnectionPoolConfig pool = new ConnectionPoolConfig();
        pool.setMaxTotal(READERS);
        pool.setJmxEnabled(false);
        return RedisClient.builder()
                .hostAndPort(new HostAndPort("127.0.0.1", server.port()))
                .clientConfig(CONFIG)
                .poolConfig(pool)
                .build();
    }

    private Shared shared(RedisClient client, ScriptedServer server) {
        HostAndPort address = new HostAndPort("127.0.0.1", server.port());
        return new Shared(new Names("crowded", 0), Clients.of(client, () -> new Connection(address)), clock);
    }

    private void ask(ScriptedServer server, Shared shared, ExecutorService readers, int number, Duration patience) {
        String mark = "mark" + number;
        int before = server.commands("MGET");
        server.hold("MGET");
        server.sayList(number + 1, number + 1 + " 0");
        CompletableFuture<Long> first = CompletableFuture.supplyAsync(() -> hard(shared, mark), readers);
        until(patience, () -> server.held() == 1);
        server.sayList(number + 2, number + 2 + " 0");
        shared.marks().raised(mark, number + 2);
        List<CompletableFuture<Long>> others = Stream.generate(
                        () -> CompletableFuture.supplyAsync(() -> hard(shared, mark), readers))
                .limit(READERS - 1)
                .toList();
        until(patience, () -> clock.waiters() == READERS - 1);
        server.release();
        check("the first", number + 1, first);
        others.forEach(each -> check("another", number + 2, each));
        int questions = server.commands("MGET") - before;
        if (questions != 2) {
            wrong.add(questions + " questions");
        }
    }

    private void until(Duration patience, Callable<Boolean> condition) {
        try {
            await().atMost(patience).until(condition);
        } catch (ConditionTimeoutException never) {
            wrong.add("not all wait");
        }
    }

    private static long hard(Shared shared, String mark) {
        return shared.marks()
                .known(List.of(mark.getBytes(UTF_8)), Currency.RECENT)
                .all()
                .hard();
    }

    private void check(String who, long right, CompletableFuture<Long> found) {
        long hard = found.orTimeout(30, TimeUnit.SECONDS)
                .exceptionally(failure -> -1L)
                .join();
        if (hard != right) {
            wrong.add(who + " knows " + hard + " and not " + right);
        }
    }
}
