package dev.memoized.infinispan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.memoized.testing.ChildJvm;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.infinispan.configuration.cache.CacheMode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** JVMs that compute, are killed, are paused, and drop what another one computes. */
@Tag("chaos")
@Timeout(900)
class ManyJvmsTest {
    private static final int ROUNDS = 20 * Integer.getInteger("memoized.rounds", 1);
    private static final int FEW = Integer.getInteger("memoized.rounds", 1);
    private static final int CALLERS = 100;

    /** What a lease lives unless set, and how much later its holder must have been succeeded at the latest. */
    private static final Duration LEASE = Duration.ofSeconds(10);

    private static final Duration LATE = Duration.ofSeconds(10);

    /** So that nobody waits long for a JVM that hangs, and a slow machine loses no lease of one that lives. */
    private static final String SHORT_LEASE = "-Dmemoized.backend.default.lease=5s";

    /** All call at once, and all are there before the first computation ends. */
    private static List<Integer> callAll(Fleet fleet, String key) {
        fleet.board().hold(key);
        List<Integer> deeds = fleet.numbers()
                .mapToObj(number -> fleet.tell(number, "call " + key + " " + CALLERS))
                .toList();
        fleet.board().awaitCallers(key, fleet.size() * CALLERS);
        return deeds;
    }

    private static void assertRemembered(Fleet fleet, String key, int computation) {
        fleet.numbers().forEach(number -> assertThat(fleet.ask(number, "lookup " + key))
                .isEqualTo(key + "#" + computation));
        assertThat(fleet.board().computations(key)).isEqualTo(computation);
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
        Instant dropped = Instant.now();
        for (int number : fleet.others(holder)) {
            assertThat(fleet.answer(number, deeds.get(number))).isEqualTo(key + "#2");
        }
        Duration succeeded = Duration.between(dropped, Instant.now());
        System.out.printf("killed holder succeeded within %d ms%n", succeeded.toMillis());
        assertThat(succeeded).isLessThan(LEASE.plus(LATE));
        return new Holder(holder, deeds.get(holder));
    }

    @ParameterizedTest
    @CsvSource({"REPL_SYNC, false", "DIST_SYNC, false", "REPL_SYNC, true"})
    void coldKey_isComputedOnceByAll(CacheMode mode, boolean hasLocks) {
        try (Fleet fleet = new Fleet(mode, 3, locks(hasLocks))) {
            for (int round = 0; round < ROUNDS; round++) {
                String key = "cold-" + round;
                List<Integer> deeds = callAll(fleet, key);
                fleet.board().release(key);
                fleet.numbers().forEach(number -> assertThat(fleet.answer(number, deeds.get(number)))
                        .isEqualTo(key + "#1"));
                assertRemembered(fleet, key, 1);
            }
        }
    }

    private static String locks(boolean hasLocks) {
        return "-Dtest.locks=" + hasLocks;
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void holderThatIsKilled_isSucceededByOne(boolean hasLocks) {
        try (Fleet fleet = new Fleet(CacheMode.REPL_SYNC, 3, locks(hasLocks))) {
            for (int round = 0; round < FEW; round++) {
                String key = "killed-" + round;
                Holder killed = succeeded(fleet, key, ChildJvm::kill);
                fleet.replace(killed.number());
                assertRemembered(fleet, key, 2);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void lastOfTwo_goesOnWhenTheHolderIsKilled(boolean hasLocks) {
        try (Fleet fleet = new Fleet(CacheMode.REPL_SYNC, 2, locks(hasLocks))) {
            Holder killed = succeeded(fleet, "last", ChildJvm::kill);
            int left = fleet.others(killed.number()).get(0);
            assertThat(fleet.ask(left, "lookup last")).isEqualTo("last#2");
            assertThat(fleet.ask(left, "drop last")).isEqualTo("done");
            assertThat(fleet.ask(left, "call last 1")).isEqualTo("last#3");
            if (hasLocks) {
                assertThat(Integer.parseInt(fleet.ask(left, "without-lock last")))
                        .isPositive();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void lateValueOfAHolderThatWasPausedBeyondItsLease_isRefused(boolean hasLocks) {
        try (Fleet fleet = new Fleet(CacheMode.REPL_SYNC, 3, SHORT_LEASE, locks(hasLocks))) {
            String key = "paused";
            List<Integer> deeds = callAll(fleet, key);
            int paused = fleet.awaitHolder(key);
            fleet.jvm(paused).pause();
            for (int other : fleet.others(paused)) {
                assertThat(fleet.answer(other, deeds.get(other)))
                        .startsWith(key)
                        .isNotEqualTo(key + "#1");
            }

            fleet.jvm(paused).resume();
            fleet.board().release(key);

            assertThat(fleet.answer(paused, deeds.get(paused))).contains(key + "#1");
            fleet.numbers().forEach(number -> assertThat(fleet.ask(number, "lookup " + key))
                    .isNotEqualTo(key + "#1"));
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"REPL_SYNC", "DIST_SYNC"})
    void whatIsDroppedDuringItsComputation_isNeitherServedNorStored(CacheMode mode) {
        try (Fleet fleet = new Fleet(mode, 3)) {
            for (String drop : List.of("drop %s", "drop-tag shelf", "drop-all all")) {
                String key = drop.split(" ", -1)[0];
                fleet.board().hold(key);
                int first = fleet.tell(0, "call " + key + " 1");
                fleet.awaitHolder(key);

                fleet.ask(1, drop.formatted(key));

                assertThat(fleet.ask(1, "call " + key + " 1")).isEqualTo(key + "#2");
                assertThat(fleet.ask(2, "call " + key + " 1")).isEqualTo(key + "#2");
                fleet.board().release(key);
                assertThat(fleet.answer(0, first)).isEqualTo(key + "#1");
                assertRemembered(fleet, key, 2);
            }
        }
    }
}
