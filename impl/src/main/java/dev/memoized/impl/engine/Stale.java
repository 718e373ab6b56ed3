package dev.memoized.impl.engine;

import dev.memoized.Outcome;
import dev.memoized.Refresh;
import dev.memoized.impl.flight.Flight;
import dev.memoized.impl.flight.Landing;
import dev.memoized.impl.freshness.Verdict;
import dev.memoized.impl.refresh.Failures.Failure;
import dev.memoized.spi.Entry;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Answers a call for which there is an entry that is to be renewed, and sees to its renewal. */
final class Stale {
    private final Answers answers;
    private final Setbacks setbacks;
    private final Refresher refresher;
    private final Steps steps;
    private final Cold cold;

    Stale(Answers answers, Setbacks setbacks, Refresher refresher, Steps steps, Cold cold) {
        this.answers = answers;
        this.setbacks = setbacks;
        this.refresher = refresher;
        this.steps = steps;
        this.cold = cold;
    }

    /**
     * Answers it.
     *
     * @param entry that it has met
     * @param verdict on it: EARLY, STALE or OLD
     */
    @Nullable
    Object answer(Call call, Entry<Object> entry, Verdict verdict) throws Throwable {
        Failure failure = setbacks.holdingBack(call, entry, call.began());
        boolean failed = failure != null && failure.inARow() > 0;
        if (verdict == Verdict.OLD && !failed) {
            return cold.answer(call);
        }
        if (failure != null) {
            return serve(call, failed && verdict != Verdict.EARLY ? Outcome.FALLBACK : Answers.outcome(verdict), entry);
        }
        return call.plan().refresh() == Refresh.CALLER
                ? cold.answer(call, mine -> steps.renewal(mine, entry))
                : renewBehind(call, entry, verdict);
    }

    private @Nullable Object serve(Call call, Outcome outcome, Entry<Object> entry) {
        call.facts().view().use(entry);
        return answers.serve(call.method(), outcome, entry, call.began());
    }

    private @Nullable Object renewBehind(Call call, Entry<Object> entry, Verdict verdict) throws Throwable {
        Flight running = call.flights().running(call.key());
        CompletableFuture<Landing> renewal = running == null ? refresher.renew(call) : running.landing();
        boolean waits = verdict != Verdict.EARLY
                && !call.plan().bounds().waitForRefresh().isZero();
        Step step = waits && renewal != null ? steps.patience(call, running, renewal) : null;
        return step == null ? serve(call, Answers.outcome(verdict), entry) : cold.answer(call, ignored -> step);
    }
}
