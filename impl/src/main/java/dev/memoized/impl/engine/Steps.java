package dev.memoized.impl.engine;

import dev.memoized.Outcome;
import dev.memoized.WhenCold;
import dev.memoized.impl.flight.Chain;
import dev.memoized.impl.flight.Flight;
import dev.memoized.impl.flight.Landing;
import dev.memoized.impl.freshness.Verdict;
import dev.memoized.impl.log.RuntimeMessage;
import dev.memoized.spi.Entry;
import dev.memoized.spi.FaultPoints;
import dev.memoized.spi.FaultPoints.Place;
import dev.memoized.spi.TimeSource;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Decides who leads and who follows. */
final class Steps {
    private final TimeSource time;
    private final Leader leader;
    private final Refusals refusals;
    private final Chain chain;
    private final FaultPoints faults;

    Steps(TimeSource time, Leader leader, Refusals refusals, Chain chain, FaultPoints faults) {
        this.time = time;
        this.leader = leader;
        this.refusals = refusals;
        this.chain = chain;
        this.faults = faults;
    }

    /** Looks at the store again: what lies there by now, else what the call has met, else the next way. */
    Step again(Call call) throws Throwable {
        long now = time.nanos();
        Step there = serve(call, call.store().read(call.key(), now), now);
        Step served = there == null ? serve(call, call.met(), now) : there;
        return served == null ? next(call) : served;
    }

    private static @Nullable Step serve(Call call, @Nullable Entry<Object> entry, long now) {
        Verdict verdict = call.judge(entry, now);
        return entry != null && verdict.isServable() && !isTooOld(call, entry)
                ? Step.at(new Landing.Value(entry, true), Answers.outcome(verdict))
                : null;
    }

    private static boolean isTooOld(Call call, Entry<Object> entry) {
        return call.facts().renewing() && entry.computedAt() - call.began() < 0;
    }

    /**
     * Takes the flight of the key, as its leader or as a follower; or computes alone, where the plan says so or waiting
     * would never end.
     *
     * @throws Throwable what the method threw on this thread
     */
    Step next(Call call) throws Throwable {
        call.flights().abandoned().forEach(flight -> leader.giveUp(flight, call));
        if (call.facts().renewing()) {
            return anew(call);
        }
        Flight mine = call.flights().prepare(call.key());
        Flight running = call.flights().board(mine);
        if (running == mine) {
            return led(call, leader.lead(mine, call, true));
        }
        WhenCold whenCold = call.plan().whenCold();
        if (whenCold == WhenCold.COMPUTE || !chain.mayWaitFor(running)) {
            return led(call, leader.alone(call));
        }
        if (whenCold == WhenCold.FAIL) {
            return Step.at(refusals.of(RuntimeMessage.COLD_BUSY, call.plan()), Outcome.JOINED);
        }
        return follow(call, running.landing(), call.plan().bounds().waitAtMost());
    }

    /** Leads in any case: a flight that was under way before brings nothing to one who wants what is computed now. */
    private Step anew(Call call) throws Throwable {
        Flight mine = call.flights().prepare(call.key());
        Flight older = call.flights().takeOver(mine);
        try {
            if (older != null) {
                leader.giveUp(older, call);
            }
        } catch (Throwable failure) {
            call.flights().land(mine, Landing.Again.AGAIN);
            throw failure;
        }
        return led(call, leader.lead(mine, call, true));
    }

    /**
     * Renews in this call what it has met; serves that when somebody else is renewing it.
     *
     * @throws Throwable what the method threw on this thread
     */
    Step renewal(Call call, Entry<Object> met) throws Throwable {
        Flight mine = call.flights().prepare(call.key());
        return call.flights().board(mine) == mine
                ? led(call, leader.lead(mine, call, false))
                : Step.at(new Landing.Value(met, true), Outcome.STALE);
    }

    /**
     * Waits a little for a renewal behind the callers.
     *
     * @param running the flight that computes the value already; null when the renewal may still be queued
     * @return null when there is no waiting for it: it might be queued behind the computation that this thread is inside of
     */
    @Nullable
    Step patience(Call call, @Nullable Flight running, CompletableFuture<Landing> renewal) {
        boolean may = running == null ? chain.current() == null : chain.mayWaitFor(running);
        return may ? follow(call, renewal, call.plan().bounds().waitForRefresh()) : null;
    }

    private Step follow(Call call, CompletableFuture<Landing> landing, Duration bound) {
        faults.reached(Place.FOLLOWING, call.plan().name());
        return new Step(call.own(landing), Outcome.JOINED, bound);
    }

    private static Step led(Call call, CompletableFuture<Landing> landing) {
        return new Step(landing, Outcome.COMPUTED, call.plan().bounds().waitAtMost());
    }

    /** What it means that a wait is over: to look again, when it was only one for something better than has ended by now. */
    Landing late(Call call) {
        long now = time.nanos();
        Entry<Object> met = call.met();
        boolean isGone = met != null && call.judge(met, now) == Verdict.MISS;
        boolean hasTime = now - call.began() < call.plan().bounds().waitAtMost().toNanos();
        return isGone && hasTime ? Landing.Again.AGAIN : refusals.waited(call);
    }
}
