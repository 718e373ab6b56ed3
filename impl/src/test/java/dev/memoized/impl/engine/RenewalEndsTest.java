package dev.memoized.impl.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.memoized.BackendException;
import dev.memoized.ColdCacheException;
import dev.memoized.OnError;
import dev.memoized.Outcome;
import dev.memoized.spi.FaultPoints.Place;
import dev.memoized.spi.InvalidationMode;
import dev.memoized.testing.Callers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * How those who wait for a renewal learn of its end. Kills "a detached renewal keeps its ticket", "what a renewal failed of
 * goes to its waiters as it is", "a wait that goes on has no bound", "whoever waits at the end of all waits for ever", "a
 * store that takes nothing is tried at each call" and "chance that fails fails the call".
 */
@Timeout(60)
class RenewalEndsTest {
    private static final Terms TERMS = Terms.twoLimits().waitForRefresh("5s");

    private final Rig rig = Rig.create();
    private final AtomicInteger computations = new AtomicInteger();
    private final Body counting = arguments -> "value-" + computations.incrementAndGet();

    @AfterEach
    void end() {
        rig.gate().close();
    }

    private void makeStale(Rigged method) throws Exception {
        method.call("k");
        rig.clock().advance(Duration.ofSeconds(11));
    }

    @Test
    void renewalIsDetached_whoCallsLaterGetsNothingOfIt() throws Exception {
        Rigged method = rig.plain(TERMS, counting);
        makeStale(method);
        rig.gate().hold(Place.COMPUTED);
        try (Callers<Object> first = Callers.start(1, number -> method.call("k"));
                Callers<Boolean> renewal = Callers.start(1, number -> {
                    rig.executor().awaitSize(1);
                    return rig.executor().runNext();
                })) {
            rig.gate().awaitReached(Place.COMPUTED, 2);
            method.invalidateAll(InvalidationMode.SOFT);
            int before = rig.gate().count(Place.FOLLOWING);
            try (Callers<Object> later = Callers.start(1, number -> method.call("k"))) {
                rig.executor().awaitSize(1);
                rig.gate().awaitReached(Place.FOLLOWING, before + 1);
                rig.gate().open(Place.COMPUTED);
                renewal.values();
                assertThat(first.values()).as("called before").hasSize(1);
                rig.executor().runAll();
                assertThat(later.values()).containsExactly("value-3");
            }
        }
        assertThat(method.call("k")).isEqualTo("value-3");
    }

    @Test
    void renewalGoesAstray_whoWaitedIsServedStale() throws Exception {
        Rigged method = rig.plain(TERMS.onError(OnError.THROW), arguments -> {
            if (computations.incrementAndGet() > 1) {
                throw new RenewalAstrayException("not ours to tell", null);
            }
            return "value-1";
        });
        makeStale(method);
        try (Callers<Object> caller = Callers.start(1, number -> method.call("k"))) {
            rig.clock().awaitWaiters(1);
            rig.executor().runAll();
            assertThat(caller.values()).containsExactly("value-1");
        }
        assertThat(rig.listener().outcomes()).containsExactly(Outcome.COMPUTED, Outcome.STALE);
    }

    @Test
    void stageGoesOnWaitingAndNobodyLooksAgain_itEndsAtWaitAtMost() throws Exception {
        Rigged method = rig.stage(
                TERMS.expireAfter(Duration.ofSeconds(12)),
                arguments -> CompletableFuture.completedFuture(counting.compute()));
        method.stage("k");
        rig.clock().advance(Duration.ofSeconds(11));
        CompletableFuture<Object> caller = method.stage("k").toCompletableFuture();
        rig.clock().advance(Duration.ofSeconds(5));
        assertThat(caller)
                .as("the value has expired meanwhile, and the executor is busy")
                .isNotDone();
        rig.clock().advance(Duration.ofSeconds(25));
        assertThat(caller).isCompletedExceptionally();
        assertThat(caller.handle((value, failure) -> failure).join()).isInstanceOf(ColdCacheException.class);
        rig.executor().runAll();
        assertThat(rig.clock().pending()).isZero();
    }

    @Test
    void engineIsClosed_whoWaitedIsServedWhatIsThere() throws Exception {
        Rigged method = rig.stage(TERMS, arguments -> CompletableFuture.completedFuture(counting.compute()));
        method.stage("k");
        rig.clock().advance(Duration.ofSeconds(11));
        CompletableFuture<Object> caller = method.stage("k").toCompletableFuture();
        ((AutoCloseable) method.memoized()).close();
        assertThat(caller).isCompletedWithValue("value-1");
        assertThat(method.memoized().awaitRefreshes(Duration.ZERO)).isTrue();
        CompletableFuture<Object> after = method.stage("k").toCompletableFuture();
        assertThat(after).as("still served").isCompletedWithValue("value-1");
        rig.executor().runAll();
        assertThat(computations).hasValue(1);
    }

    @Test
    void storeTakesNothing_theOriginIsNotAskedByEachCall() throws Exception {
        FaultyBackend faulty = new FaultyBackend(rig.backend());
        Rigged method = rig.with(faulty).plain(Terms.twoLimits(), counting);
        makeStale(method);
        faulty.before(operation -> {
            if (operation.equals("publish")) {
                throw new BackendException("read only", null);
            }
        });
        for (int call = 0; call < 10; call++) {
            assertThat(method.call("k")).isEqualTo("value-1");
            rig.executor().runAll();
        }
        assertThat(computations).hasValue(2);
        rig.clock().advance(Duration.ofSeconds(1));
        method.call("k");
        rig.executor().runAll();
        assertThat(computations).hasValue(3);
    }

    @Test
    void chanceFails_nothingIsLeftToIt() throws Exception {
        Rigged method = rig.plain(
                Terms.twoLimits().earlyRefresh(1).random(seed -> {
                    throw new IllegalStateException("no dice");
                }),
                counting);
        method.call("k");
        rig.clock().advance(Duration.ofSeconds(10));
        assertThat(method.call("k")).isEqualTo("value-1");
        assertThat(rig.listener().outcomes()).containsExactly(Outcome.COMPUTED, Outcome.FRESH);
    }
}
