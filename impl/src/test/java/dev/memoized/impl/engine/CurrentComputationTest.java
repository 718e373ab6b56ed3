package dev.memoized.impl.engine;

import static dev.memoized.Outcome.COMPUTED;
import static dev.memoized.Outcome.FRESH;
import static dev.memoized.Outcome.JOINED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import dev.memoized.CurrentComputation;
import dev.memoized.Outcome;
import dev.memoized.WhenCold;
import dev.memoized.spi.Envelope;
import dev.memoized.spi.FaultPoints.Place;
import dev.memoized.spi.InvalidationMode;
import dev.memoized.spi.Mark;
import dev.memoized.testing.Callers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * What a computation says goes to its own value, and only there. Kills "who is inside of a computation that is not stored
 * speaks for the one around it", "a tag from inside is not judged by the number before the computation" and "what is not
 * stored is not given to those who joined".
 */
@Timeout(60)
class CurrentComputationTest {
    private final Rig rig = Rig.create();
    private final Speaking body = new Speaking();

    @AfterEach
    void end() {
        rig.gate().close();
    }

    private static void sayAll(CurrentComputation current) {
        current.expireAfter(Duration.ZERO);
        current.refreshAfter(Duration.ZERO);
        current.doNotStore();
        current.tag("t");
    }

    @Test
    void outsideOfComputations_nothingHappens() throws Exception {
        Rigged method = body.in(rig, Terms.standard());
        sayAll(method.current());
        method.current().notModified();
        assertThat(method.current().remembered()).isEmpty();
        method.call("k");
        sayAll(method.current());
        assertThat(method.call("k")).isEqualTo("value-1");
        method.raise(Mark.tag("t"), InvalidationMode.HARD);
        assertThat(method.call("k")).isEqualTo("value-1");
    }

    @Test
    void doNotStore_callerAndFollowersGetTheValue() throws Exception {
        Rigged method = body.then(CurrentComputation::doNotStore).in(rig, Terms.standard());
        rig.gate().hold(Place.COMPUTED);
        try (Callers<Object> leader = Callers.start(1, number -> method.call("k"))) {
            rig.gate().awaitReached(Place.COMPUTED, 1);
            try (Callers<Object> follower = Callers.start(1, number -> method.call("k"))) {
                rig.gate().awaitReached(Place.FOLLOWING, 1);
                rig.gate().open(Place.COMPUTED);
                assertThat(follower.values()).containsExactly("value-1");
            }
            assertThat(leader.values()).containsExactly("value-1");
        }
        assertThat(method.call("k")).isEqualTo("value-2");
        assertThat(rig.listener().outcomes()).containsExactlyInAnyOrder(COMPUTED, JOINED, COMPUTED);
    }

    @Test
    void doNotStoreInARenewal_oldValueStays() throws Exception {
        Rigged method =
                body.then(current -> {}).then(CurrentComputation::doNotStore).in(rig, Terms.twoLimits());
        method.call("k");
        rig.clock().advance(Duration.ofSeconds(11));
        method.call("k");
        rig.executor().runAll();
        assertThat(method.call("k")).isEqualTo("value-1");
        rig.clock().advance(Duration.ofSeconds(50));
        assertThat(method.call("k")).as("not for longer than before").isEqualTo("value-3");
    }

    @Test
    void tag_invalidationOfAnyDropsTheValue() throws Exception {
        Rigged method = body.then(current -> current.tag("a"))
                .then(current -> {
                    current.tag("a", "b");
                    current.tag("c");
                })
                .in(rig, Terms.standard());
        method.call("k");
        method.raise(Mark.tag("a"), InvalidationMode.HARD);
        assertThat(method.call("k")).isEqualTo("value-2");
        method.raise(Mark.tag("other"), InvalidationMode.HARD);
        assertThat(method.call("k")).isEqualTo("value-2");
        method.raise(Mark.tag("c"), InvalidationMode.SOFT);
        assertThat(method.call("k")).as("stale").isEqualTo("value-2");
        method.raise(Mark.tag("b"), InvalidationMode.HARD);
        assertThat(method.call("k")).isEqualTo("value-3");
    }

    @Test
    void tagIsInvalidatedDuringTheComputation_valueIsReturnedAndNotStored() throws Exception {
        for (InvalidationMode mode : InvalidationMode.values()) {
            AtomicReference<Rigged> method = new AtomicReference<>();
            Speaking speaking = new Speaking().then(current -> {
                current.tag("t");
                method.get().raise(Mark.tag("t"), mode);
            });
            method.set(speaking.in(Rig.create(), Terms.standard()));
            assertThat(method.get().call("k")).isEqualTo("value-1");
            assertThat(method.get().call("k")).as(mode.name()).isEqualTo("value-2");
        }
    }

    @Test
    void somebodyJoinsAfterItsTagWasInvalidated_heGetsNoneOfIt() throws Exception {
        for (boolean isStored : new boolean[] {true, false}) {
            Rig own = Rig.create();
            AtomicReference<Rigged> method = new AtomicReference<>();
            AtomicReference<Callers<Object>> later = new AtomicReference<>();
            Speaking speaking = new Speaking().then(current -> {
                current.tag("t");
                if (!isStored) {
                    current.doNotStore();
                }
                method.get().raise(Mark.tag("t"), InvalidationMode.HARD);
                later.set(Callers.start("later", 1, number -> method.get().call("k")));
                own.gate().awaitReached(Place.FOLLOWING, 1);
            });
            method.set(speaking.in(own, Terms.standard()));
            assertThat(method.get().call("k")).isEqualTo("value-1");
            try (Callers<Object> joined = later.get()) {
                assertThat(joined.values()).containsExactly("value-2");
            }
        }
    }

    @Test
    void tagThatNoStoreTakes_valueIsReturnedAndNotStored() throws Exception {
        Rigged method = body.then(current -> current.tag("x".repeat(Envelope.LONGEST_TEXT + 1)))
                .then(current -> current.tag("x".repeat(Envelope.LONGEST_TEXT)))
                .in(rig, Terms.standard());
        assertThat(method.call("k")).isEqualTo("value-1");
        assertThat(method.call("k")).isEqualTo("value-2");
        assertThat(method.call("k")).isEqualTo("value-2");
    }

    @Test
    void noTag_isRefused() {
        CurrentComputation current = body.in(rig, Terms.standard()).current();
        assertThatNullPointerException().isThrownBy(() -> current.tag((String) null));
    }

    @Test
    void innerComputation_speaksForItselfOnly() throws Exception {
        AtomicReference<Rigged> inner = new AtomicReference<>();
        Rigged outer = body.then(current -> inner.get().call("i")).in(rig, Terms.standard());
        AtomicInteger innerComputations = new AtomicInteger();
        inner.set(outer.beside("inner", Terms.standard(), arguments -> {
            sayAll(outer.current());
            return innerComputations.incrementAndGet();
        }));
        outer.call("k");
        assertThat(outer.call("k")).isEqualTo("value-1");
        assertThat(inner.get().call("i")).isEqualTo(2);
    }

    @Test
    void afterAnInnerComputation_theOuterOneSpeaksForItselfAgain() throws Exception {
        AtomicReference<Rigged> inner = new AtomicReference<>();
        Rigged outer = body.then(current -> {
                    inner.get().call("i");
                    current.doNotStore();
                })
                .in(rig, Terms.standard());
        inner.set(outer.beside("inner", Terms.standard(), arguments -> "inner"));
        outer.call("k");
        assertThat(outer.call("k")).isEqualTo("value-2");
    }

    @Test
    void innerCallBypassesTheCache_itSaysNothingOfTheOuterValue() throws Exception {
        AtomicReference<Rigged> inner = new AtomicReference<>();
        Rigged outer = body.then(current ->
                        inner.get().memoized().bypassing(() -> inner.get().call("i")))
                .in(rig, Terms.standard());
        inner.set(outer.beside("inner", Terms.standard(), arguments -> {
            sayAll(outer.current());
            outer.current().notModified();
            return "inner";
        }));
        outer.call("k");
        assertThat(outer.call("k")).isEqualTo("value-1");
    }

    @Test
    void innerCallIsComputedForItself_itSaysNothingOfTheOuterValue() throws Exception {
        AtomicReference<Rigged> method = new AtomicReference<>();
        AtomicInteger computations = new AtomicInteger();
        method.set(rig.plain(Terms.standard(), arguments -> {
            int number = computations.incrementAndGet();
            if (number == 2) {
                sayAll(method.get().current());
                return "end";
            }
            return number + " " + method.get().call("k");
        }));
        assertThat(method.get().call("k")).isEqualTo("1 end");
        assertThat(method.get().call("k")).isEqualTo("1 end");
        assertThat(rig.listener().outcomes()).containsExactly(COMPUTED, COMPUTED, FRESH);
    }

    @Test
    void isolatedComputation_speaksOnItsOwnThread() throws Exception {
        Rigged method = body.then(CurrentComputation::doNotStore)
                .in(rig, Terms.standard().isolated());
        method.call("k");
        assertThat(method.call("k")).isEqualTo("value-2");
        assertThat(method.call("k")).isEqualTo("value-2");
    }

    @Test
    void whoComputesForHimself_speaksToNobody() throws Exception {
        Rigged method = body.then(current -> {})
                .then(CurrentComputationTest::sayAll)
                .in(rig, Terms.standard().whenCold(WhenCold.COMPUTE));
        rig.gate().hold(Place.COMPUTED);
        try (Callers<Object> leader = Callers.start(1, number -> method.call("k"))) {
            rig.gate().awaitReached(Place.COMPUTED, 1);
            assertThat(method.call("k")).isEqualTo("value-2");
            rig.gate().open(Place.COMPUTED);
            assertThat(leader.values()).containsExactly("value-1");
        }
        assertThat(method.call("k")).isEqualTo("value-1");
    }

    @Test
    void stageMethod_speaksOnItsOwnThread_andNotAfterItsEnd() throws Exception {
        AtomicInteger computations = new AtomicInteger();
        AtomicReference<Rigged> method = new AtomicReference<>();
        CompletableFuture<Object> source = new CompletableFuture<>();
        method.set(rig.stage(Terms.standard(), arguments -> {
            computations.incrementAndGet();
            method.get().current().expireAfter(Duration.ofSeconds(1));
            return source;
        }));
        method.get().stage("k");
        source.complete("value");
        method.get().current().doNotStore();
        method.get().stage("k");
        assertThat(computations).hasValue(1);
        rig.clock().advance(Duration.ofSeconds(2));
        method.get().stage("k");
        assertThat(computations).hasValue(2);
    }

    @Test
    void stageGoesOnAtTheEndOfAnInnerStage_itSpeaksForTheOuterValue() throws Exception {
        AtomicReference<Rigged> inner = new AtomicReference<>();
        AtomicReference<Rigged> outer = new AtomicReference<>();
        CompletableFuture<Object> source = new CompletableFuture<>();
        AtomicInteger computations = new AtomicInteger();
        outer.set(rig.stage(Terms.standard(), arguments -> {
            computations.incrementAndGet();
            return inner.get().stage("i").thenApply(value -> {
                outer.get().current().tag("t");
                return value;
            });
        }));
        inner.set(outer.get().stageBeside("inner", Terms.standard(), arguments -> source));
        outer.get().stage("k");
        try (Callers<Boolean> elsewhere = Callers.start(1, number -> source.complete("value"))) {
            assertThat(elsewhere.values()).containsExactly(true);
        }
        outer.get().stage("k");
        assertThat(computations).hasValue(1);
        outer.get().raise(Mark.tag("t"), InvalidationMode.HARD);
        outer.get().stage("k");
        assertThat(computations).hasValue(2);
        assertThat(rig.listener().count(Outcome.FRESH)).as("the inner one too").isEqualTo(2);
    }
}
