package dev.memoized.redis;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.memoized.BackendException;
import dev.memoized.MemoizedTerms;
import dev.memoized.Memoizer;
import dev.memoized.Outcome;
import dev.memoized.impl.time.SystemTime;
import dev.memoized.spi.ByteBackend;
import dev.memoized.spi.Entry;
import dev.memoized.spi.InvalidationMode;
import dev.memoized.spi.Lease;
import dev.memoized.spi.Mark;
import dev.memoized.spi.Store;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Errors by which a server answers whatever it is asked for, and that say more than anybody may read. */
class RefusalTest {
    private final SystemTime time = new SystemTime();
    private final ScriptedServer server = new ScriptedServer();
    private final ByteBackend backend = Given.backend(Map.of("uri", "redis://127.0.0.1:" + server.port()));

    @AfterEach
    void close() {
        backend.close();
        server.close();
    }

    /** As servers say them, and as they quote them from a script. */
    static Stream<String> errors() {
        return Stream.of(
                        "OOM command not allowed when used memory > 'maxmemory'. secret",
                        "READONLY You can't write against a read only replica. secret",
                        "LOADING Redis is loading the dataset in memory secret",
                        "MASTERDOWN Link with MASTER is down secret",
                        "MISCONF Redis is configured to save RDB snapshots, secret",
                        "MOVED 3999 127.0.0.1:6381",
                        "CLUSTERDOWN Hash slot not served secret",
                        "NOREPLICAS Not enough good replicas to write. secret",
                        "NOPERM this user has no permissions to access one of the keys 'secret'",
                        "NOAUTH Authentication required. secret",
                        "WRONGPASS invalid username-password pair secret",
                        "BUSY Redis is busy running a script. secret")
                .flatMap(error -> Stream.of("-" + error, "-ERR Error running script (call to f_secret): -" + error));
    }

    private Entry<byte[]> entry() {
        return Entry.of("secret".getBytes(UTF_8), time.nanos(), Set.of("secret"));
    }

    /** By a server that works as yet. */
    private Lease lease(Store<byte[]> store) {
        server.sayList(1, 5, 1_764_374_400_000_000L, 0, "", "");
        return Bench.lease(store, "secret");
    }

    private List<ThrowingCallable> operations(Store<byte[]> store) {
        Lease lease = lease(store);
        Lease toPublish = lease(store);
        return List.of(
                () -> store.read("secret", time.nanos()),
                () -> store.readAll(List.of("secret", "other"), time.nanos()),
                () -> store.lease("secret", Bench.LIFE, true),
                () -> store.claim("secret", Bench.LIFE),
                () -> store.renew(lease, Bench.LIFE),
                () -> store.publish(toPublish, entry(), Bench.LIFE),
                () -> store.release(lease),
                () -> store.awaitChange("secret", Duration.ofMillis(1)),
                () -> store.put("secret", entry(), Bench.LIFE),
                () -> store.add("secret", entry(), Bench.LIFE),
                () -> store.touch("secret", Bench.LIFE),
                () -> store.increment("secret", 1),
                () -> store.invalidate("secret"),
                () -> store.invalidate(Mark.tag("secret"), InvalidationMode.HARD));
    }

    @ParameterizedTest
    @MethodSource("errors")
    void C66_refusedOperations_areToldByTheWord_withoutNames(String error) {
        String word = error.replaceAll(".*-([A-Z]+).*", "$1");
        List<ThrowingCallable> operations = operations(Everything.open(backend));
        server.say(error);
        for (ThrowingCallable operation : operations) {
            assertThatThrownBy(operation)
                    .isExactlyInstanceOf(BackendException.class)
                    .hasMessageContaining(word)
                    .hasMessageNotContaining("secret")
                    .hasMessageNotContaining("127.0.0.1");
        }
    }

    @ParameterizedTest
    @MethodSource("errors")
    void C66_callsMeanwhile_areComputed_andNotStored(String error) {
        server.say(error);
        try (Memoizer memoizer = Memoizer.builder()
                .terms(MemoizedTerms.defaults())
                .backend(backend)
                .time(time)
                .build()) {
            Books books = memoizer.attach("books", Books.class, new Shelf(), "title");
            for (int i = 0; i < 3; i++) {
                assertThat(books.title("key")).isEqualTo("title of key");
            }
            assertThat(memoizer.memoized().counts(Books.TITLE).count(Outcome.COMPUTED))
                    .isEqualTo(3);
        }
    }

    @Test
    void backendThatIsMade_hasNotConnectedYet() {
        assertThat(server.connections()).isZero();
        assertThatThrownBy(() -> Everything.open(backend).read("key", time.nanos()))
                .isInstanceOf(BackendException.class);
        assertThat(server.connections()).isEqualTo(1);
    }

    @Test
    void errorThatNobodyKnows_isTold_withoutItsText() {
        Store<byte[]> store = Everything.open(backend);
        server.say("-ERR secret");
        assertThatThrownBy(() -> store.read("key", time.nanos()))
                .isInstanceOf(BackendException.class)
                .hasMessageNotContaining("secret");
    }
}
