package dev.memoized.impl.engine;

import dev.memoized.impl.flight.Flights;
import dev.memoized.impl.flight.Landing;
import dev.memoized.impl.freshness.Verdict;
import dev.memoized.impl.plan.MethodPlan;
import dev.memoized.spi.Entry;
import dev.memoized.spi.Store;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A call that a fresh entry did not answer.
 *
 * @param method what is called
 * @param facts taken before the computation
 * @param arguments a copy of them
 * @param computation the body, for now
 * @param renewal the body, for later
 */
record Call(
        MemoizedMethod method,
        Facts facts,
        List<@Nullable Object> arguments,
        Computation computation,
        Computation renewal) {

    MethodPlan plan() {
        return method.plan();
    }

    Object key() {
        return facts.key();
    }

    long began() {
        return facts.began();
    }

    Store<Object> store() {
        return method.memory().store();
    }

    Flights flights() {
        return method.memory().flights();
    }

    /** The verdict on what the store holds now. */
    Verdict judge(@Nullable Entry<Object> entry, long now) {
        return facts.view().judge(plan().limits(), entry, now);
    }

    /** What another one's landing means to this call: a value of another version means to look again. */
    Landing own(Landing landing) {
        return landing instanceof Landing.Value value
                        && !facts.view().accepts(value.entry().version())
                ? Landing.Again.AGAIN
                : landing;
    }

    /** The same call with another way to compute. */
    Call by(Computation other) {
        return new Call(method, facts, arguments, other, renewal);
    }

    /** The same call as it goes on when its caller's thread has left. */
    Call later() {
        return plan().isolated() ? this : by(renewal);
    }
}
