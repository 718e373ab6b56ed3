package dev.memoized.impl.engine;

import static dev.memoized.Outcome.COMPUTED;
import static dev.memoized.Outcome.FAILED;
import static dev.memoized.Outcome.FALLBACK;
import static dev.memoized.Outcome.FRESH;
import static dev.memoized.Outcome.STALE;
import static dev.memoized.impl.engine.Versioned.failing;
import static dev.memoized.impl.engine.Versioned.version;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.memoized.Refresh;
import dev.memoized.RefreshEvent;
import dev.memoized.VersionSource;
import dev.memoized.impl.log.HeardLog;
import dev.memoized.spi.Entry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What an entry's version means to a call: kills "an outdated entry is served", in each of its forms. */
@Timeout(60)
class VersionsTest {
    private static final VersionSource ONE = version(1);
    private static final VersionSource TWO = version(2);
    private static final Duration STALE_AGE = Duration.ofSeconds(11);

    private final Rig rig = Rig.create();
    private final AtomicInteger computations = new AtomicInteger();
    private final IllegalStateException failure = new IllegalStateException("down");
    private final AtomicReference<RuntimeException> fails = new AtomicReference<>();
    private Rigged method = open(Terms.twoLimits());

    private Rigged open(Terms terms) {
        return rig.plain(Versioned.terms(terms), arguments -> {
            int number = computations.incrementAndGet();
            if (fails.get() != null) {
                throw fails.get();
            }
            return "value-" + number;
        });
    }

    @AfterEach
    void nothingIsLeft() {
        rig.executor().clear();
        assertThat(method.flights()).isZero();
        assertThat(rig.clock().pending()).isZero();
    }

    @Test
    void sameVersion_entryIsServed() throws Exception {
        assertThat(method.call("k", ONE)).isEqualTo("value-1");
        assertThat(method.call("k", version(1))).isEqualTo("value-1");
        assertThat(rig.listener().outcomes()).containsExactly(COMPUTED, FRESH);
    }

    @Test
    void otherVersion_isAMiss() throws Exception {
        method.call("k", ONE);
        assertThat(method.call("k", TWO)).isEqualTo("value-2");
        assertThat(method.call("k", TWO)).isEqualTo("value-2");
        assertThat(method.call("k", ONE)).isEqualTo("value-3");
        assertThat(rig.listener().outcomes()).containsExactly(COMPUTED, COMPUTED, FRESH, COMPUTED);
    }

    @Test
    void otherVersion_staleEntryIsAMissTooAndNothingIsRenewedBehind() throws Exception {
        method.call("k", ONE);
        rig.clock().advance(STALE_AGE);
        assertThat(method.call("k", TWO)).isEqualTo("value-2");
        assertThat(rig.executor().size()).isZero();
        assertThat(rig.listener().outcomes()).containsExactly(COMPUTED, COMPUTED);
    }

    @Test
    void versionsOfDifferentTypes_areDifferent() throws Exception {
        method.call("k", ONE);
        method.call("k", version(1L));
        method.call("k", version("1"));
        assertThat(rig.listener().outcomes()).containsExactly(COMPUTED, COMPUTED, COMPUTED);
    }

    @Test
    void versionThatChangesAfterTheCall_isRememberedAsItWas() throws Exception {
        List<Integer> version = new ArrayList<>(List.of(1));
        method.call("k", version(version));
        version.add(2);
        method.call("k", version(List.of(1)));
        method.call("k", version(version));
        assertThat(rig.listener().outcomes()).containsExactly(COMPUTED, FRESH, COMPUTED);
    }

    @Test
    void equalVersion_doesNotStopTheRefresh() throws Exception {
        method.call("k", ONE);
        rig.clock().advance(STALE_AGE);
        assertThat(method.call("k", ONE)).isEqualTo("value-1");
        rig.executor().runAll();
        assertThat(method.call("k", ONE)).isEqualTo("value-2");
        assertThat(rig.listener().outcomes()).containsExactly(COMPUTED, STALE, FRESH);
    }

    @Test
    void equalVersion_doesNotKeepAnExpiredEntry() throws Exception {
        method.call("k", ONE);
        rig.clock().advance(Duration.ofSeconds(61));
        assertThat(method.call("k", ONE)).isEqualTo("value-2");
    }

    @Test
    void null_isTheDefaultVersion() throws Exception {
        method.call("k", version(null));
        method.call("k", version(null));
        method.call("k", ONE);
        method.call("k", version(null));
        assertThat(rig.listener().outcomes()).containsExactly(COMPUTED, FRESH, COMPUTED, COMPUTED);
    }

    @Test
    void versionChangesDuringTheComputation_theOneReadBeforeIsStored() throws Exception {
        AtomicInteger row = new AtomicInteger(1);
        method = rig.plain(Versioned.terms(Terms.standard()), arguments -> "of " + row.getAndSet(2));
        VersionSource source = call -> row.get();
        assertThat(method.call("k", source)).isEqualTo("of 1");
        assertThat(versionOf("k")).isEqualTo(1);
        assertThat(method.call("k", source)).isEqualTo("of 2");
        assertThat(method.call("k", source)).isEqualTo("of 2");
        assertThat(rig.listener().outcomes()).containsExactly(COMPUTED, COMPUTED, FRESH);
    }

    @Test
    void renewalByTheCallerFails_itsEntryIsTheFallbackAndAnOutdatedOneIsNot() throws Exception {
        method = open(Terms.twoLimits().refresh(Refresh.CALLER));
        method.call("k", ONE);
        rig.clock().advance(STALE_AGE);
        fails.set(failure);
        assertThat(method.call("k", ONE)).isEqualTo("value-1");
        assertThatThrownBy(() -> method.call("k", TWO)).isSameAs(failure);
        assertThat(rig.listener().outcomes()).containsExactly(COMPUTED, FALLBACK, FAILED);
    }

    @Test
    void computationFails_freshEntryOfAnotherVersionIsNotServedInstead() throws Exception {
        method.call("k", ONE);
        fails.set(failure);
        assertThatThrownBy(() -> method.call("k", TWO)).isSameAs(failure);
        assertThat(method.call("k", ONE)).isEqualTo("value-1");
        assertThat(rig.listener().outcomes()).containsExactly(COMPUTED, FAILED, FRESH);
    }

    static Stream<VersionSource> noVersion() {
        return Stream.of(
                failing(),
                call -> {
                    throw new NoClassDefFoundError("com/acme/Gone");
                },
                call -> {
                    throw new AssertionError("no idea");
                },
                version(new Object()),
                version(new AtomicInteger(1)));
    }

    @ParameterizedTest
    @MethodSource("noVersion")
    void sourceFails_entryIsJudgedByItsLimitsAlone(VersionSource broken) throws Exception {
        try (HeardLog log = HeardLog.open()) {
            method.call("k", ONE);
            method.call("k", broken);
            rig.clock().advance(STALE_AGE);
            method.call("k", broken);
            rig.clock().advance(Duration.ofSeconds(50));
            method.call("k", broken);
            assertThat(log.texts())
                    .filteredOn(text -> text.startsWith("WARNING"))
                    .hasSize(1)
                    .allMatch(text -> text.contains("MEMO0320"));
        }
        assertThat(rig.listener().outcomes()).containsExactly(COMPUTED, FRESH, STALE, COMPUTED);
    }

    @Test
    void valueComputedWhileTheSourceFails_isServedWhileItFailsAndComputedAgainAfterwards() throws Exception {
        assertThat(method.call("k", failing())).isEqualTo("value-1");
        assertThat(method.call("k", failing())).isEqualTo("value-1");
        assertThat(method.call("k", ONE)).isEqualTo("value-2");
        assertThat(method.call("other", failing())).isEqualTo("value-3");
        assertThat(method.call("other", version(null))).isEqualTo("value-4");
        assertThat(rig.listener().outcomes()).containsExactly(COMPUTED, FRESH, COMPUTED, COMPUTED, COMPUTED);
    }

    @Test
    void renewalBegunUnderAnOldVersion_doesNotReplaceANewerEntry() throws Exception {
        method.call("k", ONE);
        rig.clock().advance(STALE_AGE);
        assertThat(method.call("k", ONE)).isEqualTo("value-1");
        assertThat(method.call("k", TWO)).isEqualTo("value-2");
        rig.executor().runAll();
        assertThat(rig.listener().refreshEvents()).containsExactly(RefreshEvent.SKIPPED);
        assertThat(method.call("k", TWO)).isEqualTo("value-2");
        assertThat(computations).hasValue(2);
    }

    @Test
    void callersRenewalFindsANewerEntry_itServesItsOwnStaleOneAndStoresNothing() throws Exception {
        FaultyBackend faulty = new FaultyBackend(rig.backend());
        Rigged theirs = open(Terms.twoLimits());
        method =
                rig.with(faulty).plain(Versioned.terms(Terms.twoLimits().refresh(Refresh.CALLER)), arguments -> "late");
        theirs.call("k", ONE);
        rig.clock().advance(STALE_AGE);
        faulty.before(operation -> {
            if (operation.equals("lease")) {
                assertThat(quietly(theirs, TWO)).isEqualTo("value-2");
            }
        });
        assertThat(method.call("k", ONE)).isEqualTo("value-1");
        assertThat(theirs.call("k", TWO)).isEqualTo("value-2");
        assertThat(rig.listener().outcomes()).containsExactly(COMPUTED, COMPUTED, STALE, FRESH);
    }

    @Test
    void stageResults_areJudgedByTheirVersionToo() throws Exception {
        method = rig.stage(
                Versioned.terms(Terms.twoLimits()),
                arguments -> CompletableFuture.completedFuture("value-" + computations.incrementAndGet()));
        for (VersionSource source : List.of(ONE, ONE, TWO, TWO, failing(), ONE)) {
            method.call("k", source);
        }
        assertThat(rig.listener().outcomes()).containsExactly(COMPUTED, FRESH, COMPUTED, FRESH, FRESH, COMPUTED);
    }

    private static Object quietly(Rigged theirs, VersionSource source) {
        try {
            return theirs.call("k", source);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private Object versionOf(String key) {
        Entry<Object> entry = method.store().read(key, rig.clock().nanos());
        return entry.version();
    }
}
