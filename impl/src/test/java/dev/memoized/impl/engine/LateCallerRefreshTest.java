package dev.memoized.impl.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.memoized.Outcome;
import dev.memoized.Refresh;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A caller's renewal fails late: kills "a failed renewal always falls back to the entry that the call began with". */
@Timeout(60)
class LateCallerRefreshTest {
    private static final Terms TERMS = Terms.twoLimits().refresh(Refresh.CALLER);

    private final Rig rig = Rig.create();
    private final AtomicInteger computations = new AtomicInteger();
    private final IllegalStateException failure = new IllegalStateException("too late");

    @Test
    void renewalFailsPastExpireAfter_callerGetsTheFailure() throws Exception {
        Rigged method = failingAfter(Duration.ofSeconds(50));
        assertThatThrownBy(() -> method.call("k")).isSameAs(failure);
        assertThat(rig.listener().outcomes()).containsExactly(Outcome.COMPUTED, Outcome.FAILED);
    }

    @Test
    void renewalFailsAtExpireAfter_callerGetsTheStaleValue() throws Exception {
        Rigged method = failingAfter(Duration.ofSeconds(49));
        assertThat(method.call("k")).isEqualTo("value");
        assertThat(rig.listener().outcomes()).containsExactly(Outcome.COMPUTED, Outcome.FALLBACK);
    }

    @Test
    void renewalOfAStageFailsPastExpireAfter_stageFails() throws Exception {
        CompletableFuture<Object> late = new CompletableFuture<>();
        Rigged method = rig.stage(
                TERMS,
                arguments -> computations.incrementAndGet() == 1 ? CompletableFuture.completedFuture("value") : late);
        makeStale(method);
        CompletableFuture<Object> answer = method.stage("k").toCompletableFuture();
        rig.clock().advance(Duration.ofSeconds(50));
        late.completeExceptionally(failure);
        assertThat(answer).isCompletedExceptionally();
        assertThatThrownBy(answer::join).hasCause(failure);
        assertThat(rig.listener().outcomes()).containsExactly(Outcome.COMPUTED, Outcome.FAILED);
    }

    /** A stale entry, eleven seconds old, whose renewal takes this long and fails. */
    private Rigged failingAfter(Duration time) throws Exception {
        Rigged method = rig.plain(TERMS, arguments -> {
            if (computations.incrementAndGet() == 1) {
                return "value";
            }
            rig.clock().advance(time);
            throw failure;
        });
        makeStale(method);
        return method;
    }

    private void makeStale(Rigged method) throws Exception {
        method.call("k");
        rig.clock().advance(Duration.ofSeconds(11));
    }
}
