package dev.memoized.impl.engine;

import dev.memoized.impl.context.Contexts;
import dev.memoized.impl.log.Log;
import dev.memoized.impl.plan.ChangeDraft;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Drops what methods make untrue when they succeed. Thread-safe. */
public final class Changes {
    private final Supplier<List<Entrance>> methods;
    private final Tools tools;

    /** What changes are made with. */
    record Tools(
            Invalidations invalidations,
            Contexts contexts,
            Pending pending,
            Replacement.Tools replacements,
            Current current,
            Log log) {}

    Changes(Supplier<List<Entrance>> methods, Tools tools) {
        this.methods = methods;
        this.tools = tools;
    }

    /**
     * A method begins whose success changes something: from now on its transaction bypasses what is known to be named.
     *
     * @param drafts what its annotations say
     * @param arguments of the call
     */
    public Changing begin(List<ChangeDraft> drafts, List<? extends @Nullable Object> arguments) {
        List<@Nullable Object> copy = Collections.unmodifiableList(new ArrayList<>(arguments));
        Remarks remarks = Remarks.ofPut();
        return new Changing(
                drafts.stream()
                        .map(draft -> new Dropping(draft, copy, methods.get(), remarks, tools))
                        .toList(),
                drafts.stream().anyMatch(ChangeDraft::puts) ? remarks : null,
                tools.current());
    }

    /** One call of such a method. */
    public static final class Changing {
        private final List<Dropping> all;
        private final @Nullable Remarks remarks;
        private final Current current;

        private Changing(List<Dropping> all, @Nullable Remarks remarks, Current current) {
            this.all = all;
            this.remarks = remarks;
            this.current = current;
        }

        /**
         * Runs it, hearing what it says of its result if that is to be remembered.
         *
         * @throws Throwable its own; then it has failed
         */
        public @Nullable Object run(Computation method) throws Throwable {
            try {
                return remarks == null ? method.compute() : current.inside(remarks, method);
            } catch (Throwable failure) {
                failed();
                throw failure;
            }
        }

        /**
         * It succeeded, on the thread that called it.
         *
         * @param result what it returned
         */
        public void succeeded(@Nullable Object result) {
            all.forEach(each -> each.make(result));
        }

        /**
         * Its stage completed, on any thread.
         *
         * @param result of the stage
         */
        public void completed(@Nullable Object result) {
            all.forEach(each -> each.makeLater(result));
        }

        /** It failed, or its stage did. */
        public void failed() {
            all.forEach(Dropping::giveUp);
        }
    }
}
