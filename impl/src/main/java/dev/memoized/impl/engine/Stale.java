package dev.memoized.impl.engine;

import dev.memoized.Outcome;
import dev.memoized.Refresh;
import dev.memoized.impl.flight.Flight;
import dev.memoized.impl.flight.Landing;
import dev.memoized.impl.freshness.Verdict;
import dev.memoized.impl.log.Log;
import dev.memoized.impl.log.RuntimeMessage;
import dev.memoized.impl.plan.ResultShape;
import dev.memoized.spi.Entry;
import dev.memoized.spi.TimeSource;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Answers a call for which there is a stale entry, and sees to its renewal. */
final class Stale {
    private final Answers answers;
    private final Leader leader;
    private final Refresher refresher;
    private final Sites sites;
    private final TimeSource time;
    private final Log log;

    Stale(Answers answers, Leader leader, Refresher refresher, Sites sites, TimeSource time, Log log) {
        this.answers = answers;
        this.leader = leader;
        this.refresher = refresher;
        this.sites = sites;
        this.time = time;
        this.log = log;
    }

    @Nullable
    Object answer(Call call, Entry<Object> entry, long now) throws Throwable {
        if (call.plan().refresh() == Refresh.BACKGROUND) {
            refresher.renew(call);
            return serve(call, entry, now);
        }
        Flight mine = call.flights().prepare(call.key());
        if (call.flights().board(mine) != mine) {
            return serve(call, entry, now);
        }
        return renewHere(call, mine, entry);
    }

    private @Nullable Object serve(Call call, Entry<Object> entry, long now) {
        call.facts().view().use(entry);
        return answers.serve(call.method(), Outcome.STALE, entry, now);
    }

    private @Nullable Object renewHere(Call call, Flight mine, Entry<Object> entry) throws Throwable {
        CompletableFuture<Landing> landing;
        try {
            landing = leader.lead(mine, call, false);
        } catch (Throwable failure) {
            Interruption.restore(failure);
            landing = CompletableFuture.completedFuture(new Landing.Failure(failure));
        }
        if (call.plan().shape() == ResultShape.PLAIN) {
            return valueOf(call, landing.join(), entry);
        }
        CompletableFuture<@Nullable Object> copy = new CompletableFuture<>();
        Sites.Site site = sites.here();
        landing.whenComplete((end, never) -> site.resume(() -> complete(copy, call, end, entry)));
        return copy;
    }

    private void complete(CompletableFuture<@Nullable Object> copy, Call call, Landing landing, Entry<Object> entry) {
        try {
            copy.complete(valueOf(call, landing, entry));
        } catch (Throwable failure) {
            copy.completeExceptionally(failure);
        }
    }

    private @Nullable Object valueOf(Call call, Landing landing, Entry<Object> entry) throws Throwable {
        if (landing instanceof Landing.Failure failure) {
            return fallBack(call, failure.failure(), entry);
        }
        if (landing instanceof Landing.Refused) { // after a wait, in which the entry may have expired
            return call.judge(entry, time.nanos()) == Verdict.MISS
                    ? answers.end(call, Outcome.REFUSED, landing)
                    : answers.value(call, Outcome.FALLBACK, entry, true);
        }
        return landing instanceof Landing.Value || landing instanceof Landing.Found
                ? answers.end(call, Outcome.COMPUTED, landing)
                : answers.value(call, Outcome.STALE, entry, true);
    }

    private @Nullable Object fallBack(Call call, Throwable failure, Entry<Object> entry) throws Throwable {
        log.once(RuntimeMessage.REFRESH_FAILED, call.plan().toString(), failure);
        if (call.judge(entry, time.nanos()) == Verdict.MISS) {
            answers.without(call.method(), Outcome.FAILED);
            throw failure;
        }
        return answers.value(call, Outcome.FALLBACK, entry, true);
    }
}
