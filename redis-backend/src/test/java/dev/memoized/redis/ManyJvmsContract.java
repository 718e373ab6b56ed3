package dev.memoized.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.memoized.testing.ChildJvm;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** JVMs that compute, are killed, are paused, and drop what another one computes. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("chaos")
abstract class ManyJvmsContract {
    private static final int CALLERS = 100;

    /** So that nobody waits long for a JVM that is gone, and a slow machine loses no lease of one that lives. */
    static final String SHORT_LEASE = "-Dmemoized.backend.default.lease=5s";

    private final Servers servers;
    private final int rounds;
    private final int few;
    private Fleet fleet;

    /**
     * By what they share.
     *
     * @param rounds of a cold key
     * @param few of those that wait for the end of a lease
     */
    ManyJvmsContract(Servers servers, int rounds, int few) {
        int factor = Integer.getInteger("memoized.rounds", 1);
        this.servers = servers;
        this.rounds = rounds * factor;
        this.few = few * factor;
    }

    @BeforeAll
    void start() {
        fleet = new Fleet(servers, SHORT_LEASE);
    }

    @AfterAll
    void end() {
        fleet.close();
    }

    /** All three call at once, and all are there before the first computation ends. */
    static List<Integer> callAll(Fleet fleet, String key) {
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
    record Holder(int number, int deed) {}

    /** The one that computes first drops out, and the others get what one of them has computed. */
    static Holder succeeded(Fleet fleet, String key, Consumer<ChildJvm> dropOut) {
        List<Integer> deeds = callAll(fleet, key);
        int holder = fleet.awaitHolder(key);
        dropOut.accept(fleet.jvm(holder));
        for (int number : Fleet.others(holder)) {
            assertThat(fleet.answer(number, deeds.get(number))).isEqualTo(key + "#2");
        }
        return new Holder(holder, deeds.get(holder));
    }

    static String resumed(Fleet fleet, String key, Holder paused) {
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
        for (int round = 0; round < rounds; round++) {
            String key = "cold-" + round;
            List<Integer> deeds = callAll(fleet, key);
            fleet.release(key);
            for (int number = 0; number < Fleet.SIZE; number++) {
                assertThat(fleet.answer(number, deeds.get(number))).isEqualTo(key + "#1");
            }
            assertRemembered(fleet, key, 1);
        }
    }

    @Test
    void C67_holderThatIsKilled_isSucceededByOne() {
        for (int round = 0; round < few; round++) {
            String key = "killed-" + round;
            Holder killed = succeeded(fleet, key, ChildJvm::kill);
            fleet.replace(killed.number());
            assertRemembered(fleet, key, 2);
        }
    }

    @Test
    void C68_holderThatIsPausedBeyondItsLease_isSucceededByOne_andItsLateValueIsRefused() {
        for (int round = 0; round < few; round++) {
            String key = "paused-" + round;
            Holder paused = succeeded(fleet, key, ChildJvm::pause);
            assertThat(resumed(fleet, key, paused).split(",")).contains(key + "#1");
            assertRemembered(fleet, key, 2);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"drop %s", "drop-tag shelf", "drop-all all"})
    void whatIsDroppedDuringItsComputation_isNeitherServedNorStored(String drop) {
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

    /** How often a key is computed at most after all is lost. */
    int computationsAfterALoss() {
        return 1;
    }

    @Test
    void C65_serverThatHasLostAll_isFilledByOneComputationOfAKey() {
        String key = "lost";
        fleet.ask(0, "call " + key + " 1");
        servers.empty();

        List<Integer> deeds = callAll(fleet, key);
        fleet.release(key);

        for (int number = 0; number < Fleet.SIZE; number++) {
            fleet.answer(number, deeds.get(number));
        }
        for (int number = 0; number < Fleet.SIZE; number++) {
            fleet.ask(number, "call " + key + " 1");
        }
        int computations = fleet.computations(key);
        assertThat(computations).isBetween(1, computationsAfterALoss());
        assertRemembered(fleet, key, computations);
    }

    /** Nobody knows of such a tag before the value is there. */
    @Test
    void whatIsDroppedByATagOfItsComputation_isNeverServed() {
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
