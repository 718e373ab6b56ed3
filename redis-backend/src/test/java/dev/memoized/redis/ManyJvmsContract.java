package dev.memoized.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.memoized.testing.ChildJvm;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** JVMs that compute, are killed, are paused, and drop what another one computes. */
@Timeout(600)
@Isolated("three JVMs beside this one")
class ManyJvmsTest {
    @RegisterExtension
    static final RedisServer SERVER = RedisServer.embedded();

    private static final int ROUNDS = 20 * Integer.getInteger("memoized.rounds", 1);
    private static final int FEW = 5 * Integer.getInteger("memoized.rounds", 1);
    private static final int CALLERS = 100;

    /** So that nobody waits long for a JVM that is gone, and a slow machine loses no lease of one that lives. */
    private static final String SHORT_LEASE = "-Dmemoized.backend.default.lease=5s";

    /** All three call at once, and all are there before the first computation ends. */
    private static List<Integer> callAll(Fleet fleet, String key) {
        fleet.hold(key);
        List<Integer> deeds = IntStream.range(0, Fleet.SIZE)
                .mapToObj(number -> fleet.tell(number, "call " + key + " " + CALLERS))
                .toList();
        fleet.awaitCallers(key, Fleet.SIZE * CALLERS);
        return deeds;
    }

    /**
     * Who computes first.
     *
     * @param deed what it was told to do
     */
    private record Holder(int number, int deed) {}

    /** The one that computes first drops out, and the others get what one of them has computed. */
    private static Holder succeeded(Fleet fleet, String key, Consumer<ChildJvm> dropOut) {
        List<Integer> deeds = callAll(fleet, key);
        int holder = fleet.awaitHolder(key);
        dropOut.accept(fleet.jvm(holder));
        for (int number : Fleet.others(holder)) {
            assertThat(fleet.answer(number, deeds.get(number))).isEqualTo(key + "#2");
        }
        return new Holder(holder, deeds.get(holder));
    }

    private static String resumed(Fleet fleet, String key, Holder paused) {
        fleet.jvm(paused.number()).resume();
        fleet.release(key);
        return fleet.answer(paused.number(), paused.deed());
    }

    private static void assertRemembered(Fleet fleet, String key, int computation) {
        for (int number = 0; number < Fleet.SIZE; number++) {
            assertThat(fleet.ask(number, "lookup " + key)).isEqualTo(key + "#" + computation);
        }
        assertThat(fleet.computations(key)).isEqualTo(computation);
    }

    @Test
    void coldKey_isComputedOnceByAll() {
        try (Fleet fleet = new Fleet(SERVER)) {
            for (int round = 0; round < ROUNDS; round++) {
                String key = "cold-" + round;
                List<Integer> deeds = callAll(fleet, key);
                fleet.release(key);
                for (int number = 0; number < Fleet.SIZE; number++) {
                    assertThat(fleet.answer(number, deeds.get(number))).isEqualTo(key + "#1");
                }
                assertRemembered(fleet, key, 1);
            }
        }
    }

    @Test
    void C67_holderThatIsKilled_isSucceededByOne() {
        try (Fleet fleet = new Fleet(SERVER, SHORT_LEASE)) {
            for (int round = 0; round < FEW; round++) {
                String key = "killed-" + round;
                Holder killed = succeeded(fleet, key, ChildJvm::kill);
                fleet.replace(killed.number());
                assertRemembered(fleet, key, 2);
            }
        }
    }

    @Test
    void C68_holderThatIsPausedBeyondItsLease_isSucceededByOne_andItsLateValueIsRefused() {
        try (Fleet fleet = new Fleet(SERVER, SHORT_LEASE)) {
            for (int round = 0; round < FEW; round++) {
                String key = "paused-" + round;
                Holder paused = succeeded(fleet, key, ChildJvm::pause);
                assertThat(resumed(fleet, key, paused).split(",")).contains(key + "#1");
                assertRemembered(fleet, key, 2);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"drop %s", "drop-tag shelf", "drop-all all"})
    void whatIsDroppedDuringItsComputation_isNeitherServedNorStored(String drop) {
        try (Fleet fleet = new Fleet(SERVER)) {
            String key = drop.split(" ", -1)[0];
            fleet.hold(key);
            int first = fleet.tell(0, "call " + key + " 1");
            fleet.awaitHolder(key);

            fleet.ask(1, drop.formatted(key));

            assertThat(fleet.ask(1, "call " + key + " 1")).isEqualTo(key + "#2");
            assertThat(fleet.ask(2, "call " + key + " 1")).isEqualTo(key + "#2");
            fleet.release(key);
            assertThat(fleet.answer(0, first)).isEqualTo(key + "#1");
            assertRemembered(fleet, key, 2);
        }
    }

    @Test
    void C65_serverThatHasLostAll_isFilledByOneComputationOfAKey() {
        try (Fleet fleet = new Fleet(SERVER)) {
            String key = "lost";
            fleet.ask(0, "call " + key + " 1");
            SERVER.client().flushAll();

            List<Integer> deeds = callAll(fleet, key);
            fleet.release(key);

            for (int number = 0; number < Fleet.SIZE; number++) {
                assertThat(fleet.answer(number, deeds.get(number))).isEqualTo(key + "#1");
            }
            assertRemembered(fleet, key, 1);
        }
    }

    /** Nobody knows of such a tag before the value is there. */
    @Test
    void whatIsDroppedByATagOfItsComputation_isNeverServed() {
        try (Fleet fleet = new Fleet(SERVER)) {
            String key = "tagged";
            fleet.hold(key);
            int first = fleet.tell(0, "call " + key + " 1");
            fleet.awaitHolder(key);
            fleet.ask(1, "drop-tag of-" + key);
            int second = fleet.tell(1, "call " + key + " 1");

            fleet.release(key);

            assertThat(fleet.answer(1, second)).isEqualTo(key + "#2");
            assertThat(fleet.answer(0, first)).isIn(key + "#1", key + "#2");
            assertRemembered(fleet, key, 2);
        }
    }

    @Test
    void leaseThatIsGrantedToAll_isFound(@TempDir Path folder) throws IOException {
        try (Fleet fleet = new Fleet(
                SERVER, Flawed.script(folder, "lease", "local granted = left == 0", "local granted = true"))) {
            callAll(fleet, "flawed");
            fleet.awaitHolder("flawed");
            await().atMost(Duration.ofMinutes(2)).until(() -> fleet.computations("flawed") > 1);
            fleet.release("flawed");
        }
    }

    @Test
    void C68_lateValueThatIsStored_isFound(@TempDir Path folder) throws IOException {
        String flaw = Flawed.script(folder, "publish", "if not asOf then", "asOf = asOf or number\nif not asOf then");
        try (Fleet fleet = new Fleet(SERVER, SHORT_LEASE, flaw)) {
            String key = "late";
            resumed(fleet, key, succeeded(fleet, key, ChildJvm::pause));
            assertThat(fleet.ask(0, "lookup " + key)).isEqualTo(key + "#1");
        }
    }
}
