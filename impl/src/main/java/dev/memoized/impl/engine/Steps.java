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
import java.util.concurrent.CompletableFuture;

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

    /** Looks at the store again: what lies there by now, else the next way. */
    Step again(Call call) throws Throwable {
        long now = time.nanos();
        Entry<Object> entry = call.store().read(call.key(), now);
        Verdict verdict = call.judge(entry, now);
        return entry == null || verdict == Verdict.MISS
                ? next(call)
                : new Step(CompletableFuture.completedFuture(new Landing.Value(entry, true)), Answers.outcome(verdict));
    }

    /**
     * Takes the flight of the key, as its leader or as a follower; or computes alone, where the plan says so or waiting
     * would never end.
     *
     * @throws Throwable what the method threw on this thread
     */
    Step next(Call call) throws Throwable {
        call.flights().abandoned().forEach(flight -> leader.giveUp(flight, call));
        Flight mine = call.flights().prepare(call.key());
        Flight running = call.flights().board(mine);
        if (running == mine) {
            return new Step(leader.lead(mine, call, true), Outcome.COMPUTED);
        }
        WhenCold whenCold = call.plan().whenCold();
        if (whenCold == WhenCold.COMPUTE || !chain.mayWaitFor(running)) {
            return new Step(leader.alone(call), Outcome.COMPUTED);
        }
        if (whenCold == WhenCold.FAIL) {
            return new Step(
                    CompletableFuture.completedFuture(refusals.of(RuntimeMessage.COLD_BUSY, call.plan())),
                    Outcome.JOINED);
        }
        faults.reached(Place.FOLLOWING, call.plan().name());
        return new Step(landingFor(call, running), Outcome.JOINED);
    }

    private static CompletableFuture<Landing> landingFor(Call call, Flight running) {
        return call.plan().isVersioned() ? running.landing().thenApply(call::own) : running.landing();
    }
}
