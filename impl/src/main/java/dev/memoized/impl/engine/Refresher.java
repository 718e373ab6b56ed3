package dev.memoized.impl.engine;

import dev.memoized.RefreshEvent;
import dev.memoized.impl.flight.Flight;
import dev.memoized.impl.flight.Landing;
import dev.memoized.impl.log.Log;
import dev.memoized.impl.log.RuntimeMessage;
import dev.memoized.impl.refresh.RefreshQueue;
import java.util.concurrent.CompletableFuture;

/** Renews stale entries behind their callers, each key once at a time. */
final class Refresher {
    private final RefreshQueue queue;
    private final Leader leader;
    private final Log log;

    Refresher(RefreshQueue queue, Leader leader, Log log) {
        this.queue = queue;
        this.leader = leader;
        this.log = log;
    }

    /** Hands a renewal over, unless one is queued or a computation is under way; returns at once. */
    void renew(Call call) {
        if (call.flights().isRunning(call.key())) {
            return;
        }
        Call later = call.by(call.renewal());
        if (!queue.offer(new Ticket(call.method().memory(), call.key()), () -> run(later))) {
            call.method().listeners().refreshed(RefreshEvent.REJECTED);
        }
    }

    private CompletableFuture<?> run(Call call) {
        Flight mine = call.flights().prepare(call.key());
        if (call.flights().board(mine) != mine) {
            call.method().listeners().refreshed(RefreshEvent.SKIPPED);
            return CompletableFuture.completedFuture(null);
        }
        try {
            return leader.lead(mine, started(call), false).whenComplete((landing, never) -> ended(call, landing));
        } catch (Throwable failure) {
            Interruption.restore(failure);
            failed(call, failure);
            return CompletableFuture.completedFuture(null);
        }
    }

    private Call started(Call call) {
        Computation renewal = () -> {
            call.method().listeners().refreshed(RefreshEvent.STARTED);
            return call.renewal().compute();
        };
        return call.by(renewal);
    }

    private void ended(Call call, Landing landing) {
        if (landing instanceof Landing.Failure failure) {
            failed(call, failure.failure());
        } else {
            boolean renewed = landing instanceof Landing.Value;
            call.method().listeners().refreshed(renewed ? RefreshEvent.SUCCEEDED : RefreshEvent.SKIPPED);
        }
    }

    private void failed(Call call, Throwable failure) {
        log.once(RuntimeMessage.REFRESH_FAILED, call.plan().toString(), failure);
        call.method().listeners().refreshed(RefreshEvent.FAILED);
    }

    /** What is renewed. */
    private record Ticket(Memory memory, Object key) {
        @Override
        @SuppressWarnings("ReferenceEquality") // of two memories only the same one is meant
        public boolean equals(Object other) {
            return other instanceof Ticket that && memory == that.memory && key.equals(that.key);
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(memory) * 31 + key.hashCode();
        }
    }
}
