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
        CompletableFuture<Landing> end = queue.offer(
                new Target(call.method().memory(), call.key()),
                call.plan().bounds().longestComputation(),
                new Renewal(call.by(call.renewal())));
        if (end == null) {
            call.method().listeners().refreshed(RefreshEvent.REJECTED);
            setbacks.turnedAway(call);
        }
        return end;
    }

    /** One renewal: those who wait for it learn of its end as those who wait for its flight do. */
    private final class Renewal implements RefreshQueue.Task<Landing> {
        private final Call call;
        private volatile @Nullable Flight flight;

        Renewal(Call call) {
            this.call = call;
        }

        @Override
        public boolean isDetached() {
            Flight mine = flight;
            return mine != null && call.flights().isDetached(mine);
        }

        @Override
        public CompletableFuture<Landing> run() {
            Flight mine = call.flights().prepare(call.key());
            if (call.flights().board(mine) != mine) {
                call.method().listeners().refreshed(RefreshEvent.SKIPPED);
                return CompletableFuture.completedFuture(Landing.Again.AGAIN);
            }
            flight = mine;
            try {
                return leader.lead(mine, started(call), false).thenApply(landing -> ended(mine, landing));
            } catch (Throwable failure) {
                Interruption.restore(failure);
                return CompletableFuture.completedFuture(ended(mine, Leader.landing(failure)));
            }
        }

        private Landing ended(Flight mine, Landing landing) {
            tell(call, landing);
            return mine.landing().getNow(Landing.Again.AGAIN);
        }
    }

    private static Call started(Call call) {
        Computation renewal = () -> {
            call.method().listeners().refreshed(RefreshEvent.STARTED);
            return call.renewal().compute();
        };
        return call.by(renewal);
    }

    /** Tells the listeners how a renewal ended. */
    static void tell(Call call, Landing landing) {
        RefreshEvent event = RefreshEvent.SKIPPED;
        if (landing instanceof Landing.Failure) {
            event = RefreshEvent.FAILED;
        } else if (landing instanceof Landing.Value) {
            event = RefreshEvent.SUCCEEDED;
        }
        call.method().listeners().refreshed(event);
    }
}
