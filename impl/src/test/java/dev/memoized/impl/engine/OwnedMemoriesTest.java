package dev.memoized.impl.engine;

import static dev.memoized.Outcome.BYPASSED;
import static dev.memoized.Outcome.COMPUTED;
import static dev.memoized.Outcome.FAILED;
import static dev.memoized.Outcome.FRESH;
import static dev.memoized.Outcome.JOINED;
import static dev.memoized.Outcome.REFUSED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.memoized.ColdCacheException;
import dev.memoized.spi.FaultPoints.Place;
import dev.memoized.spi.InvalidationMode;
import dev.memoized.spi.Mark;
import dev.memoized.testing.Callers;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Values that live with a request or an instance. Kills "the namespace's common memory is used", "one memory for all
 * methods of an owner", "a memory is made at each call", "an invalidation reaches the caller's owner only".
 */
@Timeout(60)
class OwnedMemoriesTest {
    private final Rig rig = Rig.create();
    private final AtomicInteger computations = new AtomicInteger();
    private final Body body = arguments -> "value-" + computations.incrementAndGet();
    private final ConcurrentMap<Object, Object> one = TestRequests.begin();
    private final ConcurrentMap<Object, Object> two = TestRequests.begin();

    private OwnedRig open(String method) {
        return OwnedRig.of(rig, method, body);
    }

    @ParameterizedTest
    @ValueSource(strings = {"request", "instance"})
    void ownerCallsAgain_isServedTheVeryValueAndAnotherOwnerIsNot(String owner) throws Exception {
        OwnedRig method = open(owner);
        Object first = method.call(one, "k");
        assertThat(method.call(one, "k")).isSameAs(first);
        assertThat(method.call(two, "k")).isEqualTo("value-2");
        assertThat(method.call(one, "other")).isEqualTo("value-3");
        assertThat(rig.listener().outcomes()).containsExactly(COMPUTED, FRESH, COMPUTED, COMPUTED);
        assertThat(method.common().store().stats().entries()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"request", "instance"})
    void noOwner_callsBypass(String owner) throws Exception {
        OwnedRig method = open(owner);
        assertThat(method.call(null, "k")).isEqualTo("value-1");
        assertThat(method.call(null, "k")).isEqualTo("value-2");
        assertThat(method.call(one, "k")).isEqualTo("value-3");
        assertThat(rig.listener().outcomes()).containsExactly(BYPASSED, BYPASSED, COMPUTED);
    }

    @Test
    void requestStoreFails_callsAreAsIfInNoRequest() throws Exception {
        Seams seams = new Seams(
                rig.clock(), seed -> 0, rig.executor(), rig.gate(), List.of(rig.listener()), key -> null, () -> {
                    throw new IllegalStateException("no idea");
                });
        OwnedRig method = OwnedRig.of(rig, new Memoization(seams), "request", body);
        assertThat(method.call(null, "k")).isEqualTo("value-1");
        assertThat(rig.listener().outcomes()).containsExactly(BYPASSED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"request", "instance"})
    void twoThreadsOfOneOwner_computeOnceAndAnotherOwnerDoesNotWait(String owner) throws Exception {
        OwnedRig method = open(owner);
        rig.gate().hold(Place.LEASED);
        try (Callers<Object> leader = Callers.start("leader", 1, number -> method.call(one, "k"))) {
            rig.gate().awaitReached(Place.LEASED, 1);
            try (Callers<Object> followers = Callers.start("follower", 3, number -> method.call(one, "k"))) {
                rig.gate().awaitReached(Place.FOLLOWING, 3);
                try (Callers<Object> stranger = Callers.start("stranger", 1, number -> method.call(two, "k"))) {
                    rig.gate().awaitReached(Place.LEASED, 2);
                    rig.gate().open(Place.LEASED);
                    assertThat(stranger.values()).doesNotContainAnyElementsOf(leader.values());
                }
                assertThat(followers.values())
                        .isEqualTo(Collections.nCopies(3, leader.values().get(0)));
            }
        }
        assertThat(rig.listener().count(COMPUTED)).isEqualTo(2);
        assertThat(rig.listener().count(JOINED)).isEqualTo(3);
        assertThat(method.memoryOf(one).flights().size()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"request", "instance"})
    void recursion_isComputedThrough(String owner) throws Exception {
        OwnedRig[] method = new OwnedRig[1];
        method[0] = OwnedRig.of(rig, owner, arguments -> {
            computations.incrementAndGet();
            long n = (Integer) arguments[0];
            return n < 2 ? n : (Long) method[0].call(one, (int) n - 1) + (Long) method[0].call(one, (int) n - 2);
        });
        assertThat(method[0].call(one, 90)).isEqualTo(2_880_067_194_370_816_120L);
        assertThat(computations).hasValue(91);
    }

    @ParameterizedTest
    @ValueSource(strings = {"request", "instance"})
    void failure_isNotRememberedAndNullIs(String owner) throws Exception {
        OwnedRig method = OwnedRig.of(rig, owner, arguments -> {
            if (computations.incrementAndGet() == 1) {
                throw new IllegalStateException("first");
            }
            return null;
        });
        assertThatThrownBy(() -> method.call(one, "k")).hasMessage("first");
        assertThat(method.call(one, "k")).isNull();
        assertThat(method.call(one, "k")).isNull();
        assertThat(rig.listener().outcomes()).containsExactly(FAILED, COMPUTED, FRESH);
    }

    @ParameterizedTest
    @ValueSource(strings = {"requestNeverKept", "instanceNeverKept"})
    void condition_decidesWhatIsRemembered(String neverKept) throws Exception {
        OwnedRig method = open(neverKept);
        method.call(one, "k");
        assertThat(method.call(one, "k")).isEqualTo("value-2");
        assertThat(rig.listener().outcomes()).containsExactly(COMPUTED, COMPUTED);
    }

    @Test
    void impatientFollower_isRefused() throws Exception {
        OwnedRig method = open("requestImpatient");
        rig.gate().hold(Place.LEASED);
        try (Callers<Object> leader = Callers.start("leader", 1, number -> method.call(one, "k"))) {
            rig.gate().awaitReached(Place.LEASED, 1);
            assertThatThrownBy(() -> method.call(one, "k")).isInstanceOf(ColdCacheException.class);
            rig.gate().open(Place.LEASED);
            assertThat(leader.values()).containsExactly("value-1");
        }
    }

    @Test
    void requestOfTwoTenants_hasAValueOfEach() throws Exception {
        OwnedRig method = open("requestOfTenant");
        assertThat(Tenant.as("a", () -> method.call(one, "k"))).isEqualTo("value-1");
        assertThat(Tenant.as("b", () -> method.call(one, "k"))).isEqualTo("value-2");
        assertThat(Tenant.as("a", () -> method.call(one, "k"))).isEqualTo("value-1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"requestStage", "instanceStage"})
    void stage_isSharedWhileItRunsAndRememberedAfterwards(String stage) throws Exception {
        CompletableFuture<Object> source = new CompletableFuture<>();
        OwnedRig method = OwnedRig.of(rig, stage, arguments -> source);
        CompletableFuture<Object> leader = method.stage(one, "k").toCompletableFuture();
        CompletableFuture<Object> follower = method.stage(one, "k").toCompletableFuture();
        source.complete("value");
        assertThat(leader).isCompletedWithValue("value");
        assertThat(follower).isCompletedWithValue("value");
        assertThat(method.stage(one, "k")).isCompletedWithValue("value");
        assertThat(rig.listener().outcomes()).containsExactlyInAnyOrder(COMPUTED, JOINED, FRESH);
    }

    /** Kills "a follower computes by a renewal": in another request, maybe on another instance. */
    @ParameterizedTest
    @ValueSource(strings = {"requestStage", "instanceStage"})
    void leaderOfAStageGaveUp_itsFollowerIsRefusedAndNothingIsComputedElsewhere(String stage) throws Exception {
        CompletableFuture<Object> source = new CompletableFuture<>();
        OwnedRig method = OwnedRig.of(rig, stage, arguments -> source);
        method.stage(one, "k");
        CompletableFuture<Object> follower = method.stage(one, "k").toCompletableFuture();
        source.completeExceptionally(new InterruptedException());
        rig.executor().runAll();
        assertThatThrownBy(follower::get)
                .hasCauseInstanceOf(ColdCacheException.class)
                .hasMessageContaining("MEMO0340");
        assertThat(rig.listener().outcomes()).containsExactly(FAILED, REFUSED);
        assertThat(method.memoryOf(one).flights().size()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"request", "instance", "requestOfTenant"})
    void keyIsDropped_allOwnersComputeItAnewAndNothingElse(String owner) throws Exception {
        OwnedRig method = open(owner);
        Tenant.as("a", () -> {
            for (ConcurrentMap<Object, Object> each : List.of(one, two)) {
                method.call(each, "k");
                method.call(each, "other");
            }
            method.drop("k");
            assertThat(method.call(one, "k")).isEqualTo("value-5");
            assertThat(method.call(two, "k")).isEqualTo("value-6");
            assertThat(method.call(one, "other")).isEqualTo("value-2");
            return "done";
        });
    }

    /** Kills "soft marks make stale what nobody renews". */
    @ParameterizedTest
    @CsvSource({"request,HARD", "request,SOFT", "instance,HARD", "instance,SOFT"})
    void namespaceIsInvalidated_allOwnersComputeAnew(String owner, InvalidationMode mode) throws Exception {
        OwnedRig method = open(owner);
        method.call(one, "k");
        method.call(two, "k");
        method.raise(Mark.namespace(OwnedRig.NAME), mode);
        assertThat(method.call(one, "k")).isEqualTo("value-3");
        assertThat(method.call(two, "k")).isEqualTo("value-4");
        assertThat(method.call(two, "k")).isEqualTo("value-4");
        assertThat(rig.executor().size()).isZero();
    }

    /** R1: kills "a lease of an owner does not know the marks". */
    @ParameterizedTest
    @ValueSource(strings = {"request", "instance"})
    void keyIsDroppedDuringItsComputation_whoCallsLaterComputesAndTheOldValueIsNotStored(String owner)
            throws Exception {
        OwnedRig method = open(owner);
        rig.gate().hold(Place.COMPUTED);
        try (Callers<Object> old = Callers.start("old", 1, number -> method.call(one, "k"))) {
            rig.gate().awaitReached(Place.COMPUTED, 1);
            method.drop("k");
            try (Callers<Object> later = Callers.start("later", 1, number -> method.call(one, "k"))) {
                rig.gate().awaitReached(Place.COMPUTED, 2);
                rig.gate().open(Place.COMPUTED);
                assertThat(later.values()).containsExactly("value-2");
            }
            assertThat(old.values()).containsExactly("value-1");
        }
        assertThat(method.call(one, "k")).isEqualTo("value-2");
    }

    @Test
    void versionsOfTheSameRequest_areForgottenWithoutItsValues() throws Exception {
        OwnedRig method = open("request");
        method.call(one, "k");
        rig.requests().in(one, () -> {
            Rigged versioned = new Rigged(
                    method.memoization(),
                    Subject.plans(Subject.Plain.class, Versioned.terms(Terms.standard()), "versioned"),
                    rig.backend(),
                    body);
            versioned.call("k", Versioned.version(1));
            versioned.raise(Mark.namespace("versioned"), InvalidationMode.HARD);
            return "done";
        });
        assertThat(method.call(one, "k")).isEqualTo("value-1");
    }

    @ParameterizedTest
    @CsvSource({"request,1000", "instance,10000"})
    void moreKeysThanAnOwnerMayKeep_someAreEvicted(String owner, int atMost) throws Exception {
        OwnedRig method = open(owner);
        for (int key = 0; key < atMost + 500; key++) {
            method.call(one, key);
        }
        assertThat(method.memoryOf(one).store().stats().entries()).isBetween(1L, (long) atMost);
    }

    @ParameterizedTest
    @ValueSource(strings = {"request", "instance"})
    void ownerLivesLong_valuesDoNotEndBefore(String owner) throws Exception {
        OwnedRig method = open(owner);
        method.call(one, "k");
        rig.clock().advance(Duration.ofDays(3650));
        assertThat(method.call(one, "k")).isEqualTo("value-1");
        assertThat(rig.listener().outcomes()).containsExactly(COMPUTED, FRESH);
    }

    @Test
    void instanceWithALimit_valuesEndAfterIt() throws Exception {
        OwnedRig method = open("instanceThatExpires");
        method.call(one, "k");
        rig.clock().advance(Duration.ofMinutes(1));
        assertThat(method.call(one, "k")).isEqualTo("value-1");
        rig.clock().advance(Duration.ofNanos(1));
        assertThat(method.call(one, "k")).isEqualTo("value-2");
    }

    /** Kills "memories are listed somewhere else than at their owner". */
    @ParameterizedTest
    @ValueSource(strings = {"request", "instance"})
    void ownerIsGone_soAreItsValues(String owner) throws Exception {
        OwnedRig method = OwnedRig.of(rig, owner, arguments -> new Object());
        WeakReference<Object> value = new WeakReference<>(method.call(TestRequests.begin(), "k"));
        for (int i = 0; i < 100 && value.get() != null; i++) {
            System.gc();
        }
        assertThat(value.get()).isNull();
        assertThat(method.call(one, "k")).isNotNull();
    }
}
