package dev.memoized.impl.engine;

import dev.memoized.SingleFlight;
import dev.memoized.impl.flight.Landing;
import dev.memoized.impl.flight.Landing.Again;
import dev.memoized.impl.freshness.Verdict;
import dev.memoized.impl.log.RuntimeMessage;
import dev.memoized.spi.Entry;
import dev.memoized.spi.LeaseAnswer;
import dev.memoized.spi.LeaseAnswer.Busy;
import dev.memoized.spi.LeaseAnswer.Granted;
import dev.memoized.spi.Store;
import dev.memoized.spi.TimeSource;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Obtains the store's lease for a leader, or what takes its place. */
final class Permits {
    private final TimeSource time;
    private final Refusals refusals;

    Permits(TimeSource time, Refusals refusals) {
        this.time = time;
        this.refusals = refusals;
    }

    /** Asks until there is an answer; waits only when {@code patient}, and then no longer than the plan says. */
    Permit obtain(Call call, boolean patient) {
        Store<Object> store = call.store();
        Duration life = call.plan().bounds().longestComputation();
        boolean isExclusive = call.plan().singleFlight() == SingleFlight.SHARED
                && !call.facts().renewing();
        while (true) {
            LeaseAnswer<Object> answer = store.lease(call.key(), life, isExclusive);
            Entry<Object> entry = answer.entry();
            Landing instead = entry == null ? null : instead(call, entry, patient);
            if (instead != null) {
                if (answer instanceof Granted<Object> unneeded) {
                    store.release(unneeded.lease());
                }
                return new Permit.Instead(instead);
            }
            if (answer instanceof Granted<Object> granted) {
                return new Permit.Granted(granted.lease(), remembered(call, entry));
            }
            Permit permit = patient ? whenBusy(call, (Busy<Object>) answer) : new Permit.Instead(Again.AGAIN);
            if (permit != null) {
                return permit;
            }
        }
    }

    /** What somebody else has stored meanwhile; a renewal leaves an entry of another version to those who want it. */
    private @Nullable Landing instead(Call call, Entry<Object> entry, boolean patient) {
        if (call.facts().renewing()) {
            return null;
        }
        if (!patient && !call.facts().view().accepts(entry.version())) {
            return Again.AGAIN;
        }
        Verdict verdict = call.judge(entry, time.nanos());
        boolean needsNothing = verdict == Verdict.FRESH || (patient && verdict == Verdict.EARLY);
        return needsNothing ? new Landing.Found(entry) : null;
    }

    /** What the computation may go on with; a call that is to renew whatever is there takes it for wrong. */
    private @Nullable Entry<Object> remembered(Call call, @Nullable Entry<Object> entry) {
        boolean isWrong = entry == null || call.facts().renewing();
        return isWrong || call.judge(entry, time.nanos()) == Verdict.MISS ? null : entry;
    }

    private @Nullable Permit whenBusy(Call call, Busy<Object> busy) {
        return switch (call.plan().whenCold()) {
            case COMPUTE -> new Permit.Alone();
            case FAIL -> new Permit.Instead(refusals.of(RuntimeMessage.COLD_BUSY, call.plan()));
            case WAIT -> await(call, busy);
        };
    }

    private @Nullable Permit await(Call call, Busy<Object> busy) {
        Duration left = call.plan().bounds().waitAtMost().minusNanos(time.nanos() - call.began());
        if (left.isNegative() || left.isZero()) {
            return new Permit.Instead(refusals.waited(call));
        }
        try {
            call.store().awaitChange(call.key(), left.compareTo(busy.remaining()) < 0 ? left : busy.remaining());
            return null;
        } catch (InterruptedException interrupted) {
            Landing refused = refusals.interrupted(call.plan(), interrupted);
            return new Permit.Instead(refused);
        }
    }
}
