package dev.memoized.benchmarks;

import dev.memoized.KeyGenerator;
import dev.memoized.MemoizedCall;
import org.jspecify.annotations.Nullable;

/** Wraps the argument in a new object at each call: the mistake that the allocation gate is there for. */
public final class WrappingKey implements KeyGenerator {

    @Override
    public Object key(MemoizedCall call) {
        return new Wrapped(call.arguments().get(0));
    }

    /** A key around an argument. */
    public record Wrapped(@Nullable Object argument) {}
}
