package dev.memoized.redis;

import dev.memoized.testing.ChildJvm;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import redis.clients.jedis.UnifiedJedis;

/** Three JVMs that share what they remember: {@link Worker}. */
final class Fleet implements AutoCloseable {
    static final int SIZE = 3;

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** A slow machine is no failure of the server. */
    private static final String PATIENT = "-Dmemoized.backend.default.timeout=1m";

    private final List<ChildJvm> jvms = new ArrayList<>();
    private final Servers servers;
    private final List<String> options;

    /** With options of the JVMs, such as settings. */
    Fleet(Servers servers, String... options) {
        this.servers = servers;
        this.options = List.of(options);
        try {
            IntStream.range(0, SIZE).forEach(number -> jvms.add(start()));
            jvms.forEach(each -> each.await("ready", PATIENCE));
        } catch (AssertionError silent) {
            close();
            throw silent;
        }
    }

    private ChildJvm start() {
        List<String> all = new ArrayList<>(List.of("-Xmx96m", "-Xss256k", "-XX:TieredStopAtLevel=1", PATIENT));
        all.addAll(options);
        return ChildJvm.start(all, Worker.class, servers.uri());
    }

    private UnifiedJedis redis() {
        return servers.client();
    }

    ChildJvm jvm(int number) {
        return jvms.get(number);
    }

    /** Another one in its place. */
    void replace(int number) {
        jvms.get(number).close();
        jvms.set(number, start());
        jvms.get(number).await("ready", PATIENCE);
    }

    /** Tells one of them to do something, whose answer is to be awaited by the number. */
    int tell(int number, String deed) {
        return jvms.get(number).tell(deed);
    }

    String answer(int number, int deed) {
        return jvms.get(number).answer(deed, PATIENCE);
    }

    String ask(int number, String deed) {
        return answer(number, tell(number, deed));
    }

    /** The first computation of the key waits. */
    void hold(String key) {
        redis().set("held:" + key, "");
    }

    void release(String key) {
        redis().lpush("release:" + key, "now");
    }

    void awaitCallers(String key, int count) {
        Awaitility.await().atMost(PATIENCE).until(() -> Integer.toString(count).equals(redis().get("callers:" + key)));
    }

    /** Which of them computes the key and waits. */
    int awaitHolder(String key) {
        Awaitility.await().atMost(PATIENCE).until(() -> redis().exists("holder:" + key));
        long pid = Long.parseLong(redis().get("holder:" + key));
        return IntStream.range(0, SIZE)
                .filter(each -> jvms.get(each).pid() == pid)
                .findFirst()
                .orElseThrow();
    }

    int computations(String key) {
        return Integer.parseInt(redis().get("computations:" + key));
    }

    /** All but one. */
    static List<Integer> others(int number) {
        return IntStream.range(0, SIZE).filter(each -> each != number).boxed().toList();
    }

    @Override
    public void close() {
        jvms.forEach(ChildJvm::close);
    }
}
