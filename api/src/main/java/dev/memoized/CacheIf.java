package dev.memoized;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether a computed result is remembered; asked before it is stored, in background refreshes too. Called by
 * many threads at once.
 */
@FunctionalInterface
public interface CacheIf {

    /**
     * Whether to remember the result.
     *
     * @param call the call that computed it
     * @param result what was computed (of a stage: what it completed with), may be null
     * @return false: the callers get it, and it is not stored. The same when this method throws
     */
    boolean test(MemoizedCall call, @Nullable Object result);

    /** Every result, {@code null} too: the default. */
    final class Always implements CacheIf {
        /** For the engine. */
        public Always() {}

        @Override
        public boolean test(MemoizedCall call, @Nullable Object result) {
            return true;
        }
    }

    /** Neither {@code null} nor {@link Optional#empty()}. */
    final class Present implements CacheIf {
        /** For the engine. */
        public Present() {}

        @Override
        public boolean test(MemoizedCall call, @Nullable Object result) {
            return !(result == null || (result instanceof Optional<?> optional && optional.isEmpty()));
        }
    }
}
