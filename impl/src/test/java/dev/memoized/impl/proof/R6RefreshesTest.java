package dev.memoized.impl.proof;

import static dev.memoized.impl.proof.Defect.BACK_OFF_DOES_NOT_GROW;
import static dev.memoized.impl.proof.Defect.BACK_OFF_OUTLIVES_VALUE;
import static dev.memoized.impl.proof.Defect.CALLER_REFRESH_BY_EACH;
import static dev.memoized.impl.proof.Defect.EXPIRED_SERVED;
import static dev.memoized.impl.proof.Defect.FAILED_CALLER_REFRESH_THROWS;
import static dev.memoized.impl.proof.Defect.FAILED_REFRESH_DROPS_VALUE;
import static dev.memoized.impl.proof.Defect.FOREGROUND_ON_ANOTHER_THREAD;
import static dev.memoized.impl.proof.Defect.NO_BACK_OFF;
import static dev.memoized.impl.proof.Defect.NO_BACK_OFF_AFTER_REJECTION;
import static dev.memoized.impl.proof.Defect.NO_BACK_OFF_AFTER_UNWANTED;
import static dev.memoized.impl.proof.Defect.ON_ERROR_IGNORED;
import static dev.memoized.impl.proof.Defect.QUEUE_UNBOUNDED;
import static dev.memoized.impl.proof.Defect.REFRESH_OF_FRESH;
import static dev.memoized.impl.proof.Defect.REFRESH_PER_CALLER;
import static dev.memoized.impl.proof.Defect.REJECTION_KEEPS_TICKET;
import static dev.memoized.impl.proof.Defect.STALE_VALUE_BLOCKS_CALLER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.memoized.CacheIf;
import dev.memoized.OnError;
import dev.memoized.Outcome;
import dev.memoized.Refresh;
import dev.memoized.RefreshEvent;
import dev.memoized.impl.engine.Body;
import dev.memoized.impl.engine.Terms;
import dev.memoized.spi.FaultPoints.Place;
import dev.memoized.testing.Callers;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

@Rule(
        number = "R6",
        says =
                "Foreground computations run on the caller; renewals run behind, one a key and bounded; rejection = serve"
                        + " stale, count, back off.")
class R6RefreshesTest extends RuleChecks {

    @Kills(FOREGROUND_ON_ANOTHER_THREAD)
    void C28_coldCall_computesOnTheCallersThread(Memoizing memoizing) throws Exception {
        memoizing.open(Terms.standard(), arguments -> Thread.currentThread());
        assertThat(memoizing.call("k")).isSameAs(Thread.currentThread());
    }

    @Kills(STALE_VALUE_BLOCKS_CALLER)
    void staleValue_isServedAtOnceAndRenewedBehind(Memoizing memoizing) throws Exception {
        memoizing.open(Terms.twoLimits(), counting());
        memoizing.call("k");
        memoizing.advance(11);
        assertThat(memoizing.call("k")).isEqualTo("value-1");
        assertThat(computations).hasValue(1);
        assertThat(memoizing.executor().runAll()).isEqualTo(1);
        assertThat(memoizing.call("k")).isEqualTo("value-2");
        assertThat(memoizing.listener().outcomes()).containsExactly(Outcome.COMPUTED, Outcome.STALE, Outcome.FRESH);
        assertThat(memoizing.listener().refreshEvents()).containsExactly(RefreshEvent.STARTED, RefreshEvent.SUCCEEDED);
    }

    @Kills(REFRESH_PER_CALLER)
    void manyCallersOfAStaleValue_oneRenewalIsHandedOver(Memoizing memoizing) throws Exception {
        memoizing.open(Terms.twoLimits(), counting());
        memoizing.call("k");
        memoizing.advance(11);
        try (Callers<Object> callers = memoizing.start(20, "k")) {
            assertThat(callers.values()).containsOnly("value-1");
        }
        assertThat(memoizing.executor().size()).isEqualTo(1);
    }

    @Kills(REFRESH_PER_CALLER)
    void renewalIsRunning_noOtherIsHandedOver(Memoizing memoizing) throws Exception {
        memoizing.open(Terms.twoLimits(), counting());
        memoizing.call("k");
        memoizing.advance(11);
        memoizing.call("k");
        memoizing.gate().hold(Place.COMPUTED);
        try (Callers<Boolean> refresh =
                Callers.start(1, number -> memoizing.executor().runNext())) {
            memoizing.gate().awaitReached(Place.COMPUTED, 2);
            assertThat(memoizing.call("k")).isEqualTo("value-1");
            assertThat(memoizing.executor().size()).isZero();
            memoizing.gate().open(Place.COMPUTED);
            refresh.values();
        }
        assertThat(memoizing.call("k")).isEqualTo("value-2");
    }

    @Kills(REFRESH_OF_FRESH)
    void freshAgainWhenItsTurnComes_theRenewalIsDropped(Memoizing memoizing) throws Exception {
        memoizing.open(Terms.twoLimits(), counting());
        memoizing.call("k");
        memoizing.advance(11);
        memoizing.call("k");
        memoizing.invalidate("k");
        memoizing.call("k");
        assertThat(memoizing.executor().runAll()).isEqualTo(1);
        assertThat(computations).hasValue(2);
        assertThat(memoizing.listener().refreshEvents()).containsExactly(RefreshEvent.SKIPPED);
    }

    @Kills(QUEUE_UNBOUNDED)
    void moreStaleKeysThanTheQueueTakes_theRestIsRejectedAndServed(Memoizing memoizing) throws Exception {
        memoizing.open(Terms.twoLimits(), arguments -> arguments[0]);
        for (int key = 0; key <= 1_000; key++) {
            memoizing.call(key);
        }
        memoizing.advance(11);
        for (int key = 0; key <= 1_000; key++) {
            assertThat(memoizing.call(key)).isEqualTo(key);
        }
        assertThat(memoizing.executor().size()).isEqualTo(1_000);
        assertThat(memoizing.listener().refreshEvents()).containsExactly(RefreshEvent.REJECTED);
        memoizing.executor().runAll();
        memoizing.advance(1);
        memoizing.call(1_000);
        assertThat(memoizing.executor().runAll()).isEqualTo(1);
        memoizing.call(1_000);
        assertThat(memoizing.count(Outcome.FRESH)).isEqualTo(1);
    }

    @Kills({REJECTION_KEEPS_TICKET, NO_BACK_OFF_AFTER_REJECTION})
    void C32_executorRefuses_staleIsServedAndACallAfterTheBackOffTriesAgain(Memoizing memoizing) throws Exception {
        memoizing.open(Terms.twoLimits(), counting());
        memoizing.call("k");
        memoizing.advance(11);
        memoizing.executor().refuse(true);
        assertThat(memoizing.call("k")).isEqualTo("value-1");
        assertThat(memoizing.listener().refreshEvents()).containsExactly(RefreshEvent.REJECTED);
        memoizing.executor().refuse(false);
        assertThat(memoizing.call("k")).isEqualTo("value-1");
        assertThat(memoizing.executor().size()).as("left alone a while").isZero();
        memoizing.advance(1);
        assertThat(memoizing.call("k")).isEqualTo("value-1");
        assertThat(memoizing.executor().runAll()).isEqualTo(1);
        assertThat(memoizing.call("k")).isEqualTo("value-2");
    }

    @Kills({FAILED_REFRESH_DROPS_VALUE, NO_BACK_OFF})
    void C33_renewalFails_theStaleValueStaysAndACallAfterTheBackOffTriesAgain(Memoizing memoizing) throws Exception {
        memoizing.open(Terms.twoLimits(), arguments -> {
            if (computations.incrementAndGet() == 2) {
                throw new IllegalStateException("down");
            }
            return "value-" + computations.get();
        });
        memoizing.call("k");
        memoizing.advance(11);
        memoizing.call("k");
        memoizing.executor().runAll();
        assertThat(memoizing.call("k")).isEqualTo("value-1");
        assertThat(memoizing.executor().size()).as("left alone a while").isZero();
        memoizing.advance(1);
        assertThat(memoizing.call("k")).isEqualTo("value-1");
        memoizing.executor().runAll();
        assertThat(memoizing.call("k")).isEqualTo("value-3");
        assertThat(memoizing.listener().refreshEvents())
                .containsExactly(
                        RefreshEvent.STARTED, RefreshEvent.FAILED, RefreshEvent.STARTED, RefreshEvent.SUCCEEDED);
    }

    @Kills(EXPIRED_SERVED)
    void C34_renewalNeverRuns_expiredIsGoneAllTheSame(Memoizing memoizing) throws Exception {
        memoizing.open(Terms.twoLimits(), counting());
        memoizing.call("k");
        memoizing.advance(11);
        memoizing.call("k");
        memoizing.advance(50);
        assertThat(memoizing.call("k")).isEqualTo("value-2");
    }

    @Kills(CALLER_REFRESH_BY_EACH)
    void callerRefresh_oneRenewsAndTheOthersGetStale(Memoizing memoizing) throws Exception {
        memoizing.open(Terms.twoLimits().refresh(Refresh.CALLER), counting());
        memoizing.call("k");
        memoizing.advance(11);
        try (Callers<Object> renewing = memoizing.startAndHold(Place.COMPUTED, "k");
                Callers<Object> others = memoizing.start(5, "k")) {
            assertThat(others.values()).containsOnly("value-1");
            memoizing.gate().open(Place.COMPUTED);
            assertThat(renewing.values()).containsExactly("value-2");
        }
        assertThat(memoizing.call("k")).isEqualTo("value-2");
        assertThat(memoizing.count(Outcome.STALE)).isEqualTo(5);
        assertThat(memoizing.count(Outcome.COMPUTED)).isEqualTo(2);
        assertThat(memoizing.executor().size()).isZero();
    }

    @Kills(FAILED_CALLER_REFRESH_THROWS)
    void callerRefreshFails_staleIsTheFallback(Memoizing memoizing) throws Exception {
        memoizing.open(Terms.twoLimits().refresh(Refresh.CALLER), arguments -> {
            if (computations.incrementAndGet() == 2) {
                throw new IllegalStateException("down");
            }
            return "value-" + computations.get();
        });
        memoizing.call("k");
        memoizing.advance(11);
        assertThat(List.of(memoizing.call("k"), memoizing.call("k"))).containsExactly("value-1", "value-1");
        memoizing.advance(1);
        assertThat(memoizing.call("k")).isEqualTo("value-3");
        assertThat(memoizing.listener().outcomes())
                .containsExactly(Outcome.COMPUTED, Outcome.FALLBACK, Outcome.FALLBACK, Outcome.COMPUTED);
    }

    /** Fails from the second computation on, until told otherwise. */
    private Body downAfterTheFirst(AtomicBoolean up) {
        return arguments -> {
            int number = computations.incrementAndGet();
            if (number > 1 && !up.get()) {
                throw new IllegalStateException("down");
            }
            return "value-" + number;
        };
    }

    @Kills({NO_BACK_OFF, BACK_OFF_DOES_NOT_GROW})
    void C33_originStaysDown_attemptsBecomeRarerAndStartAnewOnceItIsUp(Memoizing memoizing) throws Exception {
        AtomicBoolean up = new AtomicBoolean();
        memoizing.open(Terms.twoLimits().expireAfter(null), downAfterTheFirst(up));
        memoizing.call("k");
        memoizing.advance(11);
        for (int second = 0; second < 64; second++) {
            assertThat(memoizing.call("k")).isEqualTo("value-1");
            memoizing.executor().runAll();
            memoizing.advance(1);
        }
        assertThat(computations).as("in the seconds 0, 1, 3, 7, 15, 31 and 63").hasValue(1 + 7);
        up.set(true);
        memoizing.advance(60);
        memoizing.call("k");
        memoizing.executor().runAll();
        assertThat(memoizing.call("k")).isEqualTo("value-9");
        up.set(false);
        memoizing.advance(11);
        for (int second = 0; second < 2; second++) {
            memoizing.call("k");
            memoizing.executor().runAll();
            memoizing.advance(1);
        }
        assertThat(computations).as("a second after the first failure").hasValue(9 + 2);
    }

    @Kills(BACK_OFF_OUTLIVES_VALUE)
    void C33_newValueComesFromElsewhere_theBackOffIsOver(Memoizing memoizing) throws Exception {
        AtomicBoolean up = new AtomicBoolean();
        memoizing.open(Terms.twoLimits(), downAfterTheFirst(up));
        memoizing.call("k");
        memoizing.advance(11);
        for (int failure = 0; failure < 4; failure++) {
            memoizing.call("k");
            memoizing.executor().runAll();
            memoizing.advance(1 << failure);
        }
        assertThat(computations).hasValue(5);
        memoizing.call("k");
        memoizing.executor().runAll();
        memoizing.set("set", "k");
        up.set(true);
        memoizing.advance(11);
        assertThat(memoizing.call("k")).isEqualTo("set");
        assertThat(memoizing.executor().runAll()).isEqualTo(1);
        assertThat(memoizing.call("k")).isEqualTo("value-7");
    }

    @Kills(NO_BACK_OFF_AFTER_UNWANTED)
    void C33_renewalBringsWhatIsNotToBeRemembered_itIsLeftAloneAWhile(Memoizing memoizing) throws Exception {
        memoizing.open(
                Terms.twoLimits().cacheIf(CacheIf.Present.class),
                arguments -> computations.incrementAndGet() == 1 ? "value-1" : null);
        memoizing.call("k");
        memoizing.advance(11);
        memoizing.call("k");
        memoizing.executor().runAll();
        assertThat(memoizing.call("k")).isEqualTo("value-1");
        assertThat(memoizing.executor().size()).isZero();
        memoizing.advance(1);
        memoizing.call("k");
        assertThat(memoizing.executor().size()).isEqualTo(1);
    }

    @Kills(ON_ERROR_IGNORED)
    void onErrorThrow_whoseRenewalFailedGetsTheFailureAndOthersStale(Memoizing memoizing) throws Exception {
        memoizing.open(
                Terms.twoLimits().refresh(Refresh.CALLER).onError(OnError.THROW),
                downAfterTheFirst(new AtomicBoolean()));
        memoizing.call("k");
        memoizing.advance(11);
        assertThatThrownBy(() -> memoizing.call("k")).hasMessage("down");
        assertThat(memoizing.call("k")).as("left alone a while").isEqualTo("value-1");
        assertThat(memoizing.listener().outcomes()).containsExactly(Outcome.COMPUTED, Outcome.FAILED, Outcome.FALLBACK);
    }
}
