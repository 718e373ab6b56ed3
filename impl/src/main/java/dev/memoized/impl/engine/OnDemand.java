package dev.memoized.impl.engine;

import dev.memoized.RefreshEvent;
import dev.memoized.impl.flight.Landing;
import dev.memoized.impl.log.Log;
import dev.memoized.impl.log.RuntimeMessage;
import dev.memoized.spi.Entry;
import dev.memoized.spi.TimeSource;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Renews what somebody wants to be renewed, whatever is remembered: as calls do, and never in the request of the one who asks. */
final class OnDemand {
    private final Refusals refusals = new Refusals();
    private final Tools tools;

    /** What it renews with. */
    record Tools(TimeSource time, Calls calls, Steps steps, Leader leader, Refresher refresher, Log log) {}

    OnDemand(Tools tools) {
        this.tools = tools;
    }

    /** A call that renews. */
    Call call(Recorded called, MemoizedMethod method, Facts facts) {
        return tools.calls().apart(method, facts, called.arguments(), called.door());
    }

    /**
     * Renews and waits.
     *
     * @return the new value
     * @throws Exception what the computation threw, or {@link dev.memoized.ColdCacheException}
     */
    @Nullable
    Object now(Call call) throws Exception {
        Call told = call.by(() -> {
            call.method().listeners().refreshed(RefreshEvent.STARTED);
            return call.computation().compute();
        });
        Landing landing = landing(told);
        Refresher.tell(call, landing);
        if (landing instanceof Landing.Failure failure) {
            throw Thrown.unchanged(failure.failure());
        }
        if (landing instanceof Landing.Refused refused) {
            throw refused.refusal();
        }
        if (landing instanceof Landing.Value value && value.isKept()) {
            call.facts().view().use(value.entry());
        }
        Entry<Object> entry = landing.entry();
        return entry == null ? null : entry.value();
    }

    private Landing landing(Call call) {
        try {
            if (!call.plan().enabled()) {
                return await(call, tools.leader().alone(call));
            }
            Landing landing = await(call, tools.steps().next(call).landing());
            while (landing instanceof Landing.Again) {
                landing = await(call, tools.steps().again(call).landing());
            }
            return landing;
        } catch (Throwable failure) {
            return Leader.landing(failure);
        }
    }

    private Landing await(Call call, CompletableFuture<Landing> landing) {
        Duration longest = call.plan().bounds().longestComputation();
        try {
            return landing.isDone() || tools.time().await(landing, longest)
                    ? landing.join()
                    : refusals.of(RuntimeMessage.ISOLATED_WAITED, call.plan(), longest);
        } catch (InterruptedException interrupted) {
            return refusals.interrupted(call.plan(), interrupted);
        }
    }

    /**
     * Has it renewed behind.
     *
     * @return false when there was no room for that
     */
    boolean behind(Call call) {
        if (!call.plan().enabled()) {
            return false;
        }
        CompletableFuture<Landing> end = tools.refresher().renew(call);
        if (end != null && call.met() == null) {
            end.thenAccept(landing -> log(call, landing));
        }
        return end != null;
    }

    /** Of a failure that stands in nobody's way nobody else tells. */
    private void log(Call call, Landing landing) {
        if (landing instanceof Landing.Failure failure) {
            tools.log().once(RuntimeMessage.ENTRY_NOT_RENEWED, call.plan().toString(), failure.failure());
        }
    }
}
