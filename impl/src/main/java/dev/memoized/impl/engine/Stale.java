package dev.memoized.impl.engine;

import dev.memoized.Outcome;
import dev.memoized.Refresh;
import dev.memoized.impl.flight.Flight;
import dev.memoized.impl.flight.Landing;
import dev.memoized.impl.plan.ResultShape;
import dev.memoized.spi.Entry;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Answers a call for which there is a stale entry, and sees to its renewal. */
final class Stale {
    private final Answers answers;
    private final Leader leader;
    private final Refresher refresher;

    Stale(Answers answers, Leader leader, Refresher refresher) {
        this.answers = answers;
        this.leader = leader;
        this.refresher = refresher;
    }

    @Nullable
    Object answer(Call call, Entry<Object> entry, long now) {
        if (call.plan().refresh() == Refresh.BACKGROUND) {
            refresher.renew(call);
            return answers.serve(call.plan(), Outcome.STALE, entry, now);
        }
        Flight mine = call.flights().prepare(call.key());
        if (call.flights().board(mine) != mine) {
            return answers.serve(call.plan(), Outcome.STALE, entry, now);
        }
        return renewHere(call, mine, entry, now);
    }

    private @Nullable Object renewHere(Call call, Flight mine, Entry<Object> entry, long now) {
        CompletableFuture<Landing> landing;
        try {
            landing = leader.lead(mine, call, false);
        } catch (Throwable failure) {
            if (failure instanceof InterruptedException) {
                Thread.currentThread().interrupt();
            }
            return answers.serve(call.plan(), Outcome.FALLBACK, entry, now);
        }
        CompletableFuture<@Nullable Object> answer = landing.thenApply(end -> valueOf(call, end, entry));
        return call.plan().shape() == ResultShape.PLAIN ? answer.join() : answer;
    }

    private @Nullable Object valueOf(Call call, Landing landing, Entry<Object> entry) {
        if (landing instanceof Landing.Value renewed) {
            answers.with(call.plan(), Outcome.COMPUTED, renewed.computedAt());
            return renewed.value();
        }
        boolean elsewhere = landing instanceof Landing.Again;
        answers.with(call.plan(), elsewhere ? Outcome.STALE : Outcome.FALLBACK, entry.computedAt());
        return entry.value();
    }
}
