package dev.memoized.infinispan;

import dev.memoized.testing.ChildJvm;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.infinispan.configuration.cache.CacheMode;

/** JVMs that are members of one cluster: {@link Worker}. */
final class Fleet implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** A slow machine is no failure of the cluster. */
    private static final List<String> OPTIONS = List.of(
            "-Xmx160m",
            "-Xss256k",
            "-XX:TieredStopAtLevel=1",
            "-Djava.net.preferIPv4Stack=true",
            "-Dmemoized.backend.default.timeout=1m");

    private final List<ChildJvm> jvms = new ArrayList<>();
    private final Board board = new Board();
    private final CacheMode mode;
    private final List<Integer> ports;
    private final List<String> options;

    Fleet(CacheMode mode, int size, String... options) {
        this.mode = mode;
        this.ports = Cluster.freePorts(size);
        this.options = Stream.concat(OPTIONS.stream(), Stream.of(options)).toList();
        try {
            ports.forEach(port -> {
                jvms.add(start(port));
                jvms.get(jvms.size() - 1).await("ready", PATIENCE);
            });
        } catch (AssertionError silent) {
            close();
            throw silent;
        }
    }

    private ChildJvm start(int port) {
        String hosts = ports.stream().map(each -> "127.0.0.1:" + each).collect(Collectors.joining(","));
        return ChildJvm.start(options, Worker.class, "" + board.port(), mode.name(), "" + port, hosts);
    }

    Board board() {
        return board;
    }

    int size() {
        return ports.size();
    }

    IntStream numbers() {
        return IntStream.range(0, size());
    }

    ChildJvm jvm(int number) {
        return jvms.get(number);
    }

    /** Another one in its place. */
    void replace(int number) {
        jvms.get(number).close();
        jvms.set(number, start(ports.get(number)));
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

    /** Which of them computes the key. */
    int awaitHolder(String key) {
        long pid = board.awaitHolder(key);
        return numbers().filter(each -> jvms.get(each).pid() == pid).findFirst().orElseThrow();
    }

    /** All but one. */
    List<Integer> others(int number) {
        return numbers().filter(each -> each != number).boxed().toList();
    }

    @Override
    public void close() {
        jvms.forEach(ChildJvm::close);
        try {
            board.close();
        } catch (IOException odd) {
            throw new AssertionError(odd);
        }
    }
}
