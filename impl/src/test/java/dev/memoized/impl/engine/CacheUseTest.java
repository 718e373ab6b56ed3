package dev.memoized.impl.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.memoized.CacheUse;
import dev.memoized.MemoizedException;
import dev.memoized.Outcome;
import dev.memoized.spi.FaultPoints.Place;
import dev.memoized.testing.Callers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Kills "bypassed calls are served", "bypassed results are stored", "a renewal serves what is there", "a renewal joins what
 * began before it", "what began before a renewal is stored after it", "each call of a key renews it" and "a decision
 * outlives its work or its request".
 */
@Timeout(60)
class CacheUseTest {
    private final Rig rig = Rig.create();
    private final AtomicInteger computations = new AtomicInteger();
    private final Body counting = arguments -> "value-" + computations.incrementAndGet();
    private Rigged method = rig.plain(Terms.standard(), counting);

    @AfterEach
    void nothingIsLeft() {
        rig.gate().close();
        assertThat(method.flights()).isZero();
        assertThat(method.isIdle()).isTrue();
    }

    @Test
    void bypassing_computesReadsNothingAndStoresNothing() throws Exception {
        assertThat(method.memoized().bypassing(() -> method.call("k"))).isEqualTo("value-1");
        assertThat(method.call("k")).isEqualTo("value-2");
        assertThat(method.memoized().bypassing(() -> method.call("k"))).isEqualTo("value-3");
        assertThat(method.call("k")).isEqualTo("value-2");
        assertThat(rig.listener().outcomes())
                .containsExactly(Outcome.BYPASSED, Outcome.COMPUTED, Outcome.BYPASSED, Outcome.FRESH);
    }

    @Test
    void bypassing_coversCallsOfItsComputationsAndEndsWithTheWork() throws Exception {
        Rigged outer = method.beside("outer", Terms.standard(), arguments -> "(" + method.call("k") + ")");
        method.call("k");
        assertThat(method.memoized().bypassing(() -> outer.call("o"))).isEqualTo("(value-2)");
        assertThatThrownBy(() -> method.memoized().bypassing(() -> {
                    throw new IllegalStateException("the work's own");
                }))
                .hasMessage("the work's own");
        assertThat(method.call("k")).isEqualTo("value-1");
    }

    @Test
    void renewing_computesAndStoresWhateverIsThere() throws Exception {
        method.call("k");
        assertThat(method.memoized().renewing(() -> method.call("k"))).isEqualTo("value-2");
        assertThat(method.call("k")).isEqualTo("value-2");
        assertThat(rig.listener().outcomes()).containsExactly(Outcome.COMPUTED, Outcome.COMPUTED, Outcome.FRESH);
    }

    @Test
    void renewing_eachKeyOnceInTheWork() throws Exception {
        method.call("k");
        assertThat(method.memoized().renewing(() -> method.call("k") + " " + method.call("k") + " " + method.call("l")))
                .isEqualTo("value-2 value-2 value-3");
        assertThat(method.memoized().renewing(() -> method.call("k"))).isEqualTo("value-4");
    }

    @Test
    void renewing_recursionComputesEachKeyOnce() throws Exception {
        AtomicInteger runs = new AtomicInteger();
        Rigged[] fibonacci = new Rigged[1];
        fibonacci[0] = method.beside("fibonacci", Terms.standard(), arguments -> {
            runs.incrementAndGet();
            int n = (Integer) arguments[0];
            return n < 2 ? (Object) (long) n : (Long) fibonacci[0].call(n - 1) + (Long) fibonacci[0].call(n - 2);
        });
        assertThat(method.memoized().renewing(() -> fibonacci[0].call(60))).isEqualTo(1_548_008_755_920L);
        assertThat(runs).hasValue(61);
    }

    @Test
    void renewing_failureIsThrownAndWhatWasThereStays() throws Exception {
        Rigged failing = rig.plain(Terms.standard(), arguments -> {
            if (computations.incrementAndGet() == 2) {
                throw new IllegalStateException("down");
            }
            return "value-" + computations.get();
        });
        failing.call("k");
        assertThatThrownBy(() -> failing.memoized().renewing(() -> failing.call("k")))
                .hasMessage("down");
        assertThat(failing.call("k")).isEqualTo("value-1");
    }

    @Test
    void renewing_whatBeganBeforeIsNotJoinedAndNotStored() throws Exception {
        rig.gate().hold(Place.COMPUTED);
        try (Callers<Object> older = Callers.start(1, number -> method.call("k"))) {
            rig.gate().awaitReached(Place.COMPUTED, 1);
            try (Callers<Object> follower = Callers.start(1, number -> method.call("k"))) {
                rig.gate().awaitReached(Place.FOLLOWING, 1);
                try (Callers<Object> renewing =
                        Callers.start(1, number -> method.memoized().renewing(() -> method.call("k")))) {
                    rig.gate().awaitReached(Place.COMPUTED, 2);
                    rig.gate().open(Place.COMPUTED);
                    assertThat(renewing.values()).containsExactly("value-2");
                }
                assertThat(follower.values()).as("waits for the newer one").containsExactly("value-2");
            }
            assertThat(older.values()).containsExactly("value-1");
        }
        assertThat(method.call("k")).isEqualTo("value-2");
        assertThat(computations).hasValue(2);
    }

    @Test
    void renewing_anotherJvmHoldsTheLease_itComputesAllTheSame() throws Exception {
        Rig there = rig.otherJvm();
        Rigged theirs = there.plain(Terms.standard(), arguments -> "theirs");
        there.gate().hold(Place.COMPUTED);
        try (Callers<Object> leader = Callers.start(1, number -> theirs.call("k"))) {
            there.gate().awaitReached(Place.COMPUTED, 1);
            assertThat(method.memoized().renewing(() -> method.call("k"))).isEqualTo("value-1");
            there.gate().open(Place.COMPUTED);
            assertThat(leader.values()).containsExactly("theirs");
        }
        there.gate().close();
        assertThat(method.call("k")).as("the first that is published wins").isEqualTo("value-1");
    }

    @Test
    void renewing_versionedMethodIsAskedAnew() throws Exception {
        Rigged versioned = rig.plain(Versioned.terms(Terms.standard()), counting);
        rig.requests().in(() -> {
            assertThat(versioned.call("k", 1)).isEqualTo("value-1");
            assertThat(versioned.memoized().renewing(() -> versioned.call("k", 1)))
                    .isEqualTo("value-2");
            assertThat(versioned.call("k", 1)).isEqualTo("value-2");
            return null;
        });
    }

    @Test
    void renewing_stageIsComputedAnew() throws Exception {
        method = rig.stage(Terms.standard(), arguments -> CompletableFuture.completedFuture(counting.compute()));
        method.stage("k");
        assertThat(method.memoized().renewing(() -> method.stage("k")).toCompletableFuture())
                .isCompletedWithValue("value-2");
        assertThat(method.stage("k").toCompletableFuture()).isCompletedWithValue("value-2");
    }

    @Test
    void nested_theInnermostHolds() throws Exception {
        method.call("k");
        assertThat(method.memoized().bypassing(() -> method.memoized().renewing(() -> method.call("k"))))
                .isEqualTo("value-2");
        assertThat(method.memoized().renewing(() -> method.memoized().bypassing(() -> method.call("k"))))
                .isEqualTo("value-3");
        assertThat(method.call("k")).isEqualTo("value-2");
    }

    @Test
    void inRequest_allItsCallsBypassUntilItEndsOrSaysOtherwise() throws Exception {
        method.call("k");
        ConcurrentMap<Object, Object> request = TestRequests.begin();
        rig.requests().in(request, () -> {
            method.memoized().useInRequest(CacheUse.BYPASS);
            assertThat(method.call("k")).isEqualTo("value-2");
            return null;
        });
        assertThat(method.call("k")).as("outside").isEqualTo("value-1");
        rig.requests().in(request, () -> {
            assertThat(method.call("k")).as("the same request").isEqualTo("value-3");
            method.memoized().useInRequest(CacheUse.RENEW);
            assertThat(method.call("k") + " " + method.call("k")).isEqualTo("value-4 value-4");
            method.memoized().useInRequest(CacheUse.NORMAL);
            return null;
        });
        assertThat(request).isEmpty();
        rig.requests().in(() -> assertThat(method.call("k")).isEqualTo("value-4"));
    }

    @Test
    void inRequest_renewalsAreNotConcerned() throws Exception {
        method = rig.plain(Terms.twoLimits(), counting);
        method.call("k");
        rig.clock().advance(Duration.ofSeconds(11));
        rig.requests().in(() -> {
            method.memoized().useInRequest(CacheUse.NORMAL);
            return method.call("k");
        });
        rig.executor().runAllOnNewThreads();
        assertThat(method.call("k")).isEqualTo("value-2");
    }

    @Test
    void inRequest_withoutOne_isRefused() {
        assertThatThrownBy(() -> method.memoized().useInRequest(CacheUse.BYPASS))
                .isInstanceOf(MemoizedException.class)
                .hasMessageContaining("MEMO0328");
    }

    @Test
    void switchedOff_globallyOrByMethod_callsBypass() throws Exception {
        for (String key : new String[] {"memoized.enabled", "memoized.method.\"proof\".enabled"}) {
            Rigged off = rig.plain(Terms.standard().setting(key, "false"), counting);
            assertThat(off.call("k")).isNotEqualTo(off.call("k"));
        }
        assertThat(rig.listener().outcomes()).hasSize(4).containsOnly(Outcome.BYPASSED);
        Rigged other = rig.plain(Terms.standard().setting("memoized.method.\"another\".enabled", "false"), counting);
        assertThat(other.call("k")).isEqualTo(other.call("k"));
    }
}
