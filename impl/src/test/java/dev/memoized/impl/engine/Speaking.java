package dev.memoized.impl.engine;

import dev.memoized.CurrentComputation;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** A body that counts in its values, and says something of each. */
final class Speaking implements Body {
    private final AtomicInteger computations = new AtomicInteger();
    private final Queue<Remark> remarks = new ConcurrentLinkedQueue<>();
    private volatile Rigged method;

    /** What a computation says. */
    @FunctionalInterface
    interface Remark {
        void about(CurrentComputation current) throws Exception;
    }

    /** The method that speaks. */
    Rigged in(Rig rig, Terms terms) {
        method = rig.plain(terms, this);
        return method;
    }

    /** The next computation says this, the one after it what is added then. */
    Speaking then(Remark remark) {
        remarks.add(remark);
        return this;
    }

    @Override
    public Object compute(Object... arguments) throws Exception {
        int number = computations.incrementAndGet();
        Remark remark = remarks.poll();
        if (remark != null) {
            remark.about(Objects.requireNonNull(method).current());
        }
        return "value-" + number;
    }

    int computations() {
        return computations.get();
    }
}
