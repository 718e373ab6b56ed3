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
    record Tools(Invalidations invalidations, Contexts contexts, Pending pending, Log log) {}

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
        return new Changing(drafts.stream()
                .map(draft -> new Dropping(draft, copy, methods.get(), tools))
                .toList());
    }

    /** One call of such a method. */
    public static final class Changing {
        private final List<Dropping> all;

        private Changing(List<Dropping> all) {
            this.all = all;
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
    }
}
