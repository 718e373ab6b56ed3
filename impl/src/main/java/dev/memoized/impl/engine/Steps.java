package dev.memoized.impl.engine;

import dev.memoized.Outcome;
import dev.memoized.WhenCold;
import dev.memoized.impl.flight.Chain;
import dev.memoized.impl.flight.Flight;
import dev.memoized.impl.log.Message;
import dev.memoized.spi.FaultPoints;
import dev.memoized.spi.FaultPoints.Place;
import java.util.concurrent.CompletableFuture;

/** Decides who leads and who follows. */
final class Steps {
    private final Leader leader;
    private final Refusals refusals;
    private final Chain chain;
    private final FaultPoints faults;

    Steps(Leader leader, Refusals refusals, Chain chain, FaultPoints faults) {
        this.leader = leader;
        this.refusals = refusals;
        this.chain = chain;
        this.faults = faults;
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
            return new Step(CompletableFuture.completedFuture(refusals.of(Message.COLD_BUSY, call)), Outcome.JOINED);
        }
        faults.reached(Place.FOLLOWING, call.plan().name());
        return new Step(running.landing(), Outcome.JOINED);
    }
}
