package dev.memoized.impl.proof;

import static dev.memoized.impl.proof.Defect.EXPIRED_IS_FALLBACK;
import static dev.memoized.impl.proof.Defect.EXPIRED_SERVED;
import static dev.memoized.impl.proof.Defect.STALE_AT_BIRTH_DISCARDED;
import static dev.memoized.impl.proof.Defect.TICKET_KEPT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.memoized.ColdCacheException;
import dev.memoized.Outcome;
import dev.memoized.Refresh;
import dev.memoized.impl.engine.Body;
import dev.memoized.impl.engine.Terms;
import dev.memoized.spi.FaultPoints.Place;
import dev.memoized.testing.Callers;
import java.util.concurrent.atomic.AtomicBoolean;

@Rule(
        number = "R6",
        says = "Whatever becomes of its renewals, a value is served to the end of expireAfter and not longer; a slow"
                + " renewal's value is taken; and of a renewal that has ended nothing is left but the entry.")
class R6HardLimitTest extends RuleChecks {
    private static final int KEYS = 500;

    private final AtomicBoolean down = new AtomicBoolean();

    private Body failingWhenDown() {
        return arguments -> {
            if (down.get()) {
                throw new IllegalStateException("down");
            }
            return "value-" + computations.incrementAndGet();
        };
    }

    @Kills(EXPIRED_SERVED)
    void C34_originIsDownPastExpireAfter_callsFailUntilItIsBack(Memoizing memoizing) throws Exception {
        memoizing.open(Terms.twoLimits(), failingWhenDown());
        assertThat(memoizing.call("k")).isEqualTo("value-1");
        down.set(true);
        for (int second = 1; second <= 60; second++) {
            memoizing.advance(1);
            assertThat(memoizing.call("k")).as("after %s seconds", second).isEqualTo("value-1");
            memoizing.executor().runAll();
        }
        for (int second = 61; second <= 65; second++) {
            memoizing.advance(1);
            assertThatThrownBy(() -> memoizing.call("k")).hasMessage("down");
        }
        down.set(false);
        assertThat(memoizing.call("k")).isEqualTo("value-2");
        assertThat(memoizing.count(Outcome.FAILED)).isEqualTo(5);
    }

    @Kills(EXPIRED_SERVED)
    void C34_callersRenewAndOriginIsDownPastExpireAfter_callsFailUntilItIsBack(Memoizing memoizing) throws Exception {
        memoizing.open(Terms.twoLimits().refresh(Refresh.CALLER), failingWhenDown());
        assertThat(memoizing.call("k")).isEqualTo("value-1");
        down.set(true);
        memoizing.advance(60);
        assertThat(memoizing.call("k")).isEqualTo("value-1");
        memoizing.advance(1);
        assertThatThrownBy(() -> memoizing.call("k")).hasMessage("down");
        down.set(false);
        assertThat(memoizing.call("k")).isEqualTo("value-2");
    }

    @Kills(EXPIRED_SERVED)
    void C34_renewalHangs_expiredIsNotServedMeanwhile(Memoizing memoizing) throws Exception {
        memoizing.open(Terms.twoLimits(), counting());
        memoizing.call("k");
        memoizing.advance(11);
        memoizing.call("k");
        try (Callers<Boolean> renewal = memoizing.renewAndHold(Place.COMPUTED)) {
            memoizing.advance(49);
            assertThat(memoizing.call("k")).isEqualTo("value-1");
            memoizing.advance(1);
            try (Callers<Object> followers = memoizing.startFollowers(3, "k")) {
                memoizing.clock().awaitWaiters(3);
                memoizing.advance(30);
                assertThat(followers.failures()).hasSize(3).hasOnlyElementsOfType(ColdCacheException.class);
            }
            memoizing.gate().open(Place.COMPUTED);
            renewal.values();
        }
    }

    @Kills(EXPIRED_IS_FALLBACK)
    void C34_renewalInACallFailsAfterExpireAfter_theFailureIsThrown(Memoizing memoizing) throws Exception {
        memoizing.open(Terms.twoLimits().refresh(Refresh.CALLER), arguments -> {
            if (computations.incrementAndGet() == 2) {
                memoizing.advance(50);
                throw new IllegalStateException("down");
            }
            return "value-" + computations.get();
        });
        memoizing.call("k");
        memoizing.advance(11);
        assertThatThrownBy(() -> memoizing.call("k")).hasMessage("down");
        assertThat(memoizing.call("k")).isEqualTo("value-3");
        assertThat(memoizing.listener().outcomes()).containsExactly(Outcome.COMPUTED, Outcome.FAILED, Outcome.COMPUTED);
    }

    @Kills(STALE_AT_BIRTH_DISCARDED)
    void C35_renewalsAreLongerThanRefreshAfter_theirValuesAreServed(Memoizing memoizing) throws Exception {
        memoizing.open(Terms.twoLimits(), arguments -> {
            memoizing.advance(20);
            return "value-" + computations.incrementAndGet();
        });
        assertThat(memoizing.call("k")).isEqualTo("value-1");
        for (int renewal = 1; renewal <= 5; renewal++) {
            assertThat(memoizing.call("k")).isEqualTo("value-" + renewal);
            assertThat(memoizing.executor().runAll()).isEqualTo(1);
        }
        assertThat(memoizing.call("k")).isEqualTo("value-6");
        assertThat(memoizing.count(Outcome.STALE)).isEqualTo(6);
    }

    @Kills(STALE_AT_BIRTH_DISCARDED)
    void C35_callerRenewsForLongerThanRefreshAfter_theOthersAreServedItsValue(Memoizing memoizing) throws Exception {
        memoizing.open(Terms.twoLimits().refresh(Refresh.CALLER), arguments -> {
            memoizing.advance(20);
            return "value-" + computations.incrementAndGet();
        });
        assertThat(memoizing.call("k")).isEqualTo("value-1");
        assertThat(memoizing.call("k")).isEqualTo("value-2");
        try (Callers<Object> renewing = memoizing.startAndHold(Place.COMPUTED, "k")) {
            assertThat(memoizing.call("k")).isEqualTo("value-2");
            memoizing.gate().open(Place.COMPUTED);
            assertThat(renewing.values()).containsExactly("value-3");
        }
    }

    @Kills(TICKET_KEPT)
    void C37_manyKeysAreRenewed_nothingIsKeptBesideTheirEntries(Memoizing memoizing) throws Exception {
        memoizing.open(Terms.twoLimits(), arguments -> arguments[0] + "-" + computations.incrementAndGet());
        for (int round = 0; round < 5; round++) {
            for (int key = 0; key < KEYS; key++) {
                memoizing.call(round * KEYS + key);
            }
            memoizing.advance(11);
            for (int key = 0; key < KEYS; key++) {
                memoizing.call(round * KEYS + key);
            }
            assertThat(memoizing.executor().runAll()).isEqualTo(KEYS);
            memoizing.assertNothingIsLeft();
        }
        assertThat(computations).hasValue(10 * KEYS);
    }

    @Kills(TICKET_KEPT)
    void C37_keyWasRenewed_itIsRenewedAgainWhenStaleAgain(Memoizing memoizing) throws Exception {
        memoizing.open(Terms.twoLimits(), counting());
        memoizing.call("k");
        for (int renewal = 1; renewal <= 5; renewal++) {
            memoizing.advance(11);
            assertThat(memoizing.call("k")).isEqualTo("value-" + renewal);
            assertThat(memoizing.executor().runAll()).isEqualTo(1);
            memoizing.assertNothingIsLeft();
        }
    }
}
