package dev.memoized.impl.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.memoized.ColdCacheException;
import dev.memoized.Outcome;
import dev.memoized.RefreshEvent;
import dev.memoized.spi.FaultPoints.Place;
import dev.memoized.testing.Callers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A renewal that cannot run its method: kills "the followers of a renewal get whatever it ended with". */
@Timeout(60)
class AstrayRenewalTest {
    private final Rig rig = Rig.create();
    private final AtomicInteger computations = new AtomicInteger();

    @Test
    void renewalGoesAstray_itsFollowerComputes() throws Exception {
        Rigged method = rig.plain(Terms.twoLimits(), arguments -> value(2));
        try (Callers<Boolean> renewal = startRenewal(method);
                Callers<Object> follower = Callers.start("follower", 1, number -> method.call("k"))) {
            rig.gate().awaitReached(Place.FOLLOWING, 1);
            rig.gate().open(Place.LEASED);
            assertThat(renewal.values()).containsExactly(true);
            assertThat(follower.values()).containsExactly("value-3");
        }
        assertThat(rig.listener().outcomes()).containsExactly(Outcome.COMPUTED, Outcome.STALE, Outcome.COMPUTED);
        assertThat(rig.listener().refreshEvents()).containsExactly(RefreshEvent.STARTED, RefreshEvent.FAILED);
        assertThat(method.flights()).isZero();
    }

    @Test
    void renewalOfAStageGoesAstray_itsFollowerComputes() throws Exception {
        Rigged method = rig.stage(Terms.twoLimits(), arguments -> CompletableFuture.completedFuture(value(2)));
        CompletionStage<Object> follower = followAstray(method);
        rig.executor().runAll();
        assertThat(follower).isCompletedWithValue("value-3");
        assertThat(rig.listener().outcomes()).containsExactly(Outcome.COMPUTED, Outcome.STALE, Outcome.COMPUTED);
    }

    @Test
    void whoLooksAgainGoesAstrayToo_followerIsRefused() throws Exception {
        Rigged method = rig.stage(Terms.twoLimits(), arguments -> CompletableFuture.completedFuture(value(3)));
        CompletionStage<Object> follower = followAstray(method);
        rig.executor().runAll();
        assertThatThrownBy(() -> follower.toCompletableFuture().join()).hasCauseInstanceOf(ColdCacheException.class);
        assertThat(rig.listener().outcomes()).containsExactly(Outcome.COMPUTED, Outcome.STALE, Outcome.REFUSED);
        assertThat(rig.clock().pending()).isZero();
    }

    private CompletionStage<Object> followAstray(Rigged method) throws Exception {
        try (Callers<Boolean> renewal = startRenewal(method)) {
            CompletionStage<Object> follower = method.stage("k");
            rig.gate().open(Place.LEASED);
            assertThat(renewal.values()).containsExactly(true);
            assertThat(follower).isNotDone();
            return follower;
        }
    }

    /** The renewal of an entry that ends meanwhile, held before it computes. */
    private Callers<Boolean> startRenewal(Rigged method) throws Exception {
        method.call("k");
        rig.clock().advance(Duration.ofSeconds(11));
        method.call("k");
        rig.gate().hold(Place.LEASED);
        Callers<Boolean> renewal =
                Callers.start("renewal", 1, number -> rig.executor().runNext());
        rig.gate().awaitReached(Place.LEASED, 2);
        rig.clock().advance(Duration.ofMinutes(1));
        return renewal;
    }

    /** The second computation goes astray, and those after it up to the last one. */
    private Object value(int lastAstray) {
        int number = computations.incrementAndGet();
        if (number > 1 && number <= lastAstray) {
            throw new RenewalAstrayException("astray", null);
        }
        return "value-" + number;
    }
}
