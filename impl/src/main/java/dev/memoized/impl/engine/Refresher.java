package dev.memoized.impl.engine;

import dev.memoized.RefreshEvent;
import dev.memoized.impl.flight.Flight;
import dev.memoized.impl.flight.Landing;
import dev.memoized.impl.refresh.RefreshQueue;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Renews entries behind their callers, each key once at a time. */
final class Refresher {
    private final RefreshQueue<Landing> queue;
    private final Leader leader;
    private final Setbacks setbacks;

    Refresher(RefreshQueue<Landing> queue, Leader leader, Setbacks setbacks) {
        this.queue = queue;
        this.leader = leader;
        this.setbacks = setbacks;
    }

    /**
     * Hands a renewal over, unless one is queued; returns at once.
     *
     * @return its end; null when there was no room for it
     */
    @Nullable
    CompletableFuture<Landing> renew(Call call) {
        Call later = call.by(call.renewal());
        CompletableFuture<Landing> end = queue.offer(
                new Target(call.method().memory(), call.key()),
                call.plan().bounds().longestComputation(),
                () -> run(later));
        if (end == null) {
            call.method().listeners().refreshed(RefreshEvent.REJECTED);
            setbacks.turnedAway(call);
        }
        return end;
    }

    private CompletableFuture<Landing> run(Call call) {
        Flight mine = call.flights().prepare(call.key());
        Flight running = call.flights().board(mine);
        if (running != mine) {
            call.method().listeners().refreshed(RefreshEvent.SKIPPED);
            return CompletableFuture.completedFuture(Landing.Again.AGAIN);
        }
        try {
            return leader.lead(mine, started(call), false).whenComplete((landing, never) -> ended(call, landing));
        } catch (Throwable failure) {
            Interruption.restore(failure);
            Landing landing = Leader.landing(failure);
            ended(call, landing);
            return CompletableFuture.completedFuture(landing);
        }
    }

    private Call started(Call call) {
        Computation renewal = () -> {
            call.method().listeners().refreshed(RefreshEvent.STARTED);
            return call.renewal().compute();
        };
        return call.by(renewal);
    }

    private static void ended(Call call, Landing landing) {
        RefreshEvent event = RefreshEvent.SKIPPED;
        if (landing instanceof Landing.Failure) {
            event = RefreshEvent.FAILED;
        } else if (landing instanceof Landing.Value) {
            event = RefreshEvent.SUCCEEDED;
        }
        call.method().listeners().refreshed(event);
    }
}
