package dev.memoized.impl.engine;

import dev.memoized.impl.backend.Kind;
import dev.memoized.impl.flight.Flights;
import dev.memoized.impl.flight.Landing;
import dev.memoized.impl.freshness.Verdict;
import dev.memoized.impl.plan.MethodPlan;
import dev.memoized.impl.refresh.Failures;
import dev.memoized.spi.Entry;
import dev.memoized.spi.Store;
import java.util.List;
import java.util.concurrent.CompletableFuture;
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

    Failures failures() {
        return method.memory().failures();
    }

    /** What it may be served if nothing better comes; null when there was nothing. */
    @Nullable
    Entry<Object> met() {
        return facts.met();
    }

    /** The verdict on what the store holds now. */
    Verdict judge(@Nullable Entry<Object> entry, long now) {
        return method.verdict(facts.view(), key(), entry, began(), now);
    }

    /** Another one's landing as this call takes it: a value of another version or kind means to look again. */
    CompletableFuture<Landing> own(CompletableFuture<Landing> landing) {
        return plan().isVersioned() || method.memory().kind() != null ? landing.thenApply(this::own) : landing;
    }

    private Landing own(Landing landing) {
        Entry<Object> entry = landing.entry();
        boolean isOwn = entry == null || (facts.view().accepts(entry.version()) && fits(entry));
        return isOwn ? landing : Landing.Again.AGAIN;
    }

    private boolean fits(Entry<Object> entry) {
        Kind kind = method.memory().kind();
        return kind == null || kind.fits(entry.value());
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
