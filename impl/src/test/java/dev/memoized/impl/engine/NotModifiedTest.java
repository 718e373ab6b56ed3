package dev.memoized.impl.engine;

import static dev.memoized.Outcome.COMPUTED;
import static dev.memoized.Outcome.FRESH;
import static dev.memoized.Outcome.STALE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.memoized.CurrentComputation;
import dev.memoized.Refresh;
import dev.memoized.Remembered;
import dev.memoized.spi.FaultPoints.Place;
import dev.memoized.spi.InvalidationMode;
import dev.memoized.spi.Mark;
import dev.memoized.testing.Callers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * A computation finds that what is remembered is still right. Kills "what the call had read is extended", "an extension is
 * stored whatever was invalidated meanwhile", "an extended entry has the number of the old one" and "the limits go on".
 */
@Timeout(60)
class NotModifiedTest {
    private static final Duration STALE_AGE = Duration.ofSeconds(11);

    private final Rig rig = Rig.create();
    private final Speaking body = new Speaking();

    @AfterEach
    void end() {
        rig.gate().close();
    }

    /** The first computation says nothing, the second one that nothing is new. */
    private Rigged stale(Terms terms) throws Exception {
        Rigged method =
                body.then(current -> {}).then(CurrentComputation::notModified).in(rig, terms);
        makeStale(method);
        return method;
    }

    private void makeStale(Rigged method) throws Exception {
        method.call("k");
        rig.clock().advance(STALE_AGE);
    }

    private void renew(Rigged method) throws Exception {
        assertThat(method.call("k")).isEqualTo("value-1");
        rig.executor().runAll();
    }

    @Test
    void notModified_valueStaysAndBothLimitsStartAnew() throws Exception {
        Rigged method = stale(Terms.twoLimits());
        renew(method);
        rig.clock().advance(Duration.ofSeconds(10));
        assertThat(method.call("k")).isEqualTo("value-1");
        rig.clock().advance(Duration.ofSeconds(1));
        method.call("k");
        rig.executor().clear();
        rig.clock().advance(Duration.ofSeconds(49));
        assertThat(method.call("k"))
                .as("71 seconds old, 60 since it was found right")
                .isEqualTo("value-1");
        rig.executor().clear();
        rig.clock().advance(Duration.ofSeconds(1));
        assertThat(method.call("k")).isEqualTo("value-3");
        assertThat(rig.listener().outcomes()).containsExactly(COMPUTED, STALE, FRESH, STALE, STALE, COMPUTED);
    }

    @Test
    void callerFindsItOut_itGetsTheRememberedValue() throws Exception {
        Rigged method = stale(Terms.twoLimits().refresh(Refresh.CALLER));
        assertThat(method.call("k")).isEqualTo("value-1");
        assertThat(method.call("k")).isEqualTo("value-1");
        assertThat(body.computations()).isEqualTo(2);
        assertThat(rig.listener().outcomes()).containsExactly(COMPUTED, COMPUTED, FRESH);
    }

    @Test
    void remembered_isTheValueAndItsAge() throws Exception {
        List<Remembered<Object>> seen = new ArrayList<>();
        Rigged method = body.then(current -> assertThat(current.remembered()).isEmpty())
                .then(current -> seen.add(current.remembered().orElseThrow()))
                .in(rig, Terms.twoLimits());
        makeStale(method);
        renew(method);
        assertThat(seen).singleElement().satisfies(remembered -> {
            assertThat(remembered.value()).isEqualTo("value-1");
            assertThat(remembered.age()).isEqualTo(STALE_AGE);
            assertThat(remembered.computedAt()).isEqualTo(rig.clock().now().minus(STALE_AGE));
        });
        assertThat(method.call("k")).isEqualTo("value-2");
    }

    @Test
    void nothingIsRemembered_notModifiedFailsTheComputation() throws Exception {
        Rigged method = body.then(CurrentComputation::notModified).in(rig, Terms.standard());
        assertThatIllegalStateException().isThrownBy(() -> method.call("k")).withMessageContaining("MEMO0354");
        assertThat(method.call("k")).isEqualTo("value-2");
    }

    @Test
    void rememberedValueHasExpired_itIsNotOffered() throws Exception {
        Rigged method = body.then(current -> {})
                .then(current -> assertThat(current.remembered()).isEmpty())
                .in(rig, Terms.twoLimits().random(seed -> 0.99));
        method.call("k");
        rig.clock().advance(Duration.ofSeconds(58));
        assertThat(method.store().read("k", rig.clock().nanos()))
                .as("chance has shortened its life, the store has it still")
                .isNotNull();
        assertThat(method.call("k")).isEqualTo("value-2");
    }

    @Test
    void rememberedValueIsOfAnotherVersion_itIsNotOffered() throws Exception {
        Rigged method = body.then(current -> {})
                .then(current -> assertThat(current.remembered()).isEmpty())
                .in(rig, Versioned.terms(Terms.twoLimits()));
        method.call("k", Versioned.version(1));
        assertThat(method.call("k", Versioned.version(2))).isEqualTo("value-2");
    }

    @Test
    void rememberedValueIsOfTheSameVersion_itKeepsIt() throws Exception {
        List<Object> versions = new ArrayList<>();
        Rigged method = body.then(current -> {})
                .then(current -> {
                    versions.add(current.remembered().orElseThrow().version());
                    current.notModified();
                })
                .in(rig, Versioned.terms(Terms.twoLimits().refresh(Refresh.CALLER)));
        method.call("k", Versioned.version(1));
        rig.clock().advance(STALE_AGE);
        assertThat(method.call("k", Versioned.version(1))).isEqualTo("value-1");
        assertThat(method.call("k", Versioned.version(1))).isEqualTo("value-1");
        assertThat(versions).containsExactly(1);
        assertThat(rig.listener().outcomes()).containsExactly(COMPUTED, COMPUTED, FRESH);
    }

    @Test
    void callIsToRenewWhateverIsThere_nothingIsOffered() throws Exception {
        Rigged method = body.then(current -> {})
                .then(current -> assertThat(current.remembered()).isEmpty())
                .in(rig, Terms.standard());
        method.call("k");
        assertThat(method.memoized().renewing(() -> method.call("k"))).isEqualTo("value-2");
    }

    @Test
    void invalidatedBetweenReadingAndLease_nothingIsOffered() throws Exception {
        for (Mark mark : List.of(Mark.namespace(Terms.NAME), Mark.tag("t"))) {
            Rig own = Rig.create();
            List<Optional<Remembered<Object>>> offered = new ArrayList<>();
            Rigged method = new Speaking()
                    .then(current -> current.tag("t"))
                    .then(current -> {
                        offered.add(current.remembered());
                        assertThatIllegalStateException().isThrownBy(current::notModified);
                    })
                    .in(own, Terms.twoLimits());
            method.call("k");
            own.clock().advance(STALE_AGE);
            assertThat(method.call("k")).as("has read it").isEqualTo("value-1");
            method.raise(mark, InvalidationMode.HARD);
            own.executor().runAll();
            assertThat(offered).containsExactly(Optional.empty());
            assertThat(method.call("k")).isEqualTo("value-2");
        }
    }

    private Rigged invalidatedAfterTheLease(InvalidationMode mode) throws Exception {
        AtomicReference<Rigged> method = new AtomicReference<>();
        body.then(current -> current.tag("t")).then(current -> {
            current.notModified();
            method.get().raise(Mark.tag("t"), mode);
        });
        method.set(body.in(rig, Terms.twoLimits().refresh(Refresh.CALLER)));
        makeStale(method.get());
        assertThat(method.get().call("k")).as("called before").isEqualTo("value-1");
        return method.get();
    }

    @Test
    void invalidatedBetweenLeaseAndPublishing_nothingIsStored() throws Exception {
        Rigged method = invalidatedAfterTheLease(InvalidationMode.HARD);
        assertThat(method.call("k")).as("called after").isEqualTo("value-3");
    }

    @Test
    void softlyInvalidatedBetweenLeaseAndPublishing_itIsNotFreshAgain() throws Exception {
        Rigged method = invalidatedAfterTheLease(InvalidationMode.SOFT);
        assertThat(method.call("k")).isEqualTo("value-1");
        rig.clock().advance(Duration.ofSeconds(2));
        assertThat(method.call("k")).isEqualTo("value-3");
        assertThat(rig.listener().outcomes()).containsExactly(COMPUTED, COMPUTED, STALE, COMPUTED);
    }

    @Test
    void invalidatedWhileItIsFoundRight_whoCallsAfterDoesNotJoin() throws Exception {
        Rigged method = stale(Terms.twoLimits().refresh(Refresh.CALLER));
        rig.gate().hold(Place.COMPUTED);
        int before = rig.gate().count(Place.COMPUTED);
        try (Callers<Object> first = Callers.start(1, number -> method.call("k"))) {
            rig.gate().awaitReached(Place.COMPUTED, before + 1);
            method.invalidate("k");
            try (Callers<Object> later = Callers.start(1, number -> method.call("k"))) {
                rig.gate().awaitReached(Place.COMPUTED, before + 2);
                rig.gate().open(Place.COMPUTED);
                assertThat(later.values()).containsExactly("value-3");
            }
            assertThat(first.values()).containsExactly("value-1");
        }
        assertThat(method.call("k")).isEqualTo("value-3");
    }

    @Test
    void softlyInvalidatedAndFoundRight_itIsFreshAgain() throws Exception {
        Rigged method =
                body.then(current -> {}).then(CurrentComputation::notModified).in(rig, Terms.twoLimits());
        method.call("k");
        method.invalidateAll(InvalidationMode.SOFT);
        renew(method);
        method.call("k");
        assertThat(rig.listener().outcomes()).containsExactly(COMPUTED, STALE, FRESH);
    }

    @Test
    void tags_areTheOldOnesAndTheNewOnes() throws Exception {
        for (String tag : List.of("old", "new")) {
            Rig own = Rig.create();
            Rigged method = new Speaking()
                    .then(current -> current.tag("old"))
                    .then(current -> {
                        current.notModified();
                        current.tag("new");
                    })
                    .in(own, Terms.twoLimits());
            method.call("k");
            own.clock().advance(STALE_AGE);
            method.call("k");
            own.executor().runAll();
            assertThat(method.call("k")).isEqualTo("value-1");
            method.raise(Mark.tag(tag), InvalidationMode.HARD);
            assertThat(method.call("k")).as(tag).isEqualTo("value-3");
        }
    }

    @Test
    void limits_areThoseSaidLast() throws Exception {
        Rigged method = body.then(current -> {
                    current.refreshAfter(Duration.ofSeconds(5));
                    current.expireAfter(Duration.ofSeconds(20));
                })
                .then(current -> {
                    current.notModified();
                    current.expireAfter(Duration.ofSeconds(40));
                })
                .in(rig, Terms.twoLimits());
        makeStale(method);
        renew(method);
        rig.clock().advance(Duration.ofSeconds(6));
        method.call("k");
        rig.executor().clear();
        rig.clock().advance(Duration.ofSeconds(34));
        assertThat(method.call("k")).isEqualTo("value-1");
        rig.executor().clear();
        rig.clock().advance(Duration.ofSeconds(1));
        assertThat(method.call("k")).isEqualTo("value-3");
        assertThat(rig.listener().outcomes()).containsExactly(COMPUTED, STALE, STALE, STALE, COMPUTED);
    }

    @Test
    void notModifiedAndNotToBeStored_oldEntryStaysAsItWas() throws Exception {
        Rigged method = body.then(current -> {})
                .then(current -> {
                    current.notModified();
                    current.doNotStore();
                })
                .in(rig, Terms.twoLimits().refresh(Refresh.CALLER));
        makeStale(method);
        assertThat(method.call("k")).isEqualTo("value-1");
        rig.clock().advance(Duration.ofSeconds(50));
        assertThat(method.call("k")).isEqualTo("value-3");
    }

    @Test
    void stage_isServedTheRememberedValueWhateverItBrings() throws Exception {
        AtomicInteger computations = new AtomicInteger();
        AtomicReference<Rigged> method = new AtomicReference<>();
        method.set(rig.stage(Terms.twoLimits().refresh(Refresh.CALLER), arguments -> {
            int number = computations.incrementAndGet();
            if (number == 2) {
                method.get().current().notModified();
                return CompletableFuture.completedFuture(null);
            }
            return CompletableFuture.completedFuture("value-" + number);
        }));
        method.get().stage("k");
        rig.clock().advance(STALE_AGE);
        assertThat(method.get().stage("k").toCompletableFuture()).isCompletedWithValue("value-1");
        assertThat(method.get().stage("k").toCompletableFuture()).isCompletedWithValue("value-1");
        assertThat(computations).hasValue(2);
    }
}
