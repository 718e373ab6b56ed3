package dev.memoized.impl.engine;

import dev.memoized.impl.context.ContextSnapshot;
import dev.memoized.impl.context.Contexts;
import dev.memoized.impl.flight.Chain;
import dev.memoized.impl.observe.Watch;
import dev.memoized.impl.observe.Watches;
import org.jspecify.annotations.Nullable;

/** Where calls are made: what a thread is inside of, who observes it, and what it sees and says. */
final class Sites {
    private final Chain chain;
    private final Watches watches;
    private final Contexts contexts;
    private final Current current;

    Sites(Chain chain, Watches watches, Contexts contexts, Current current) {
        this.chain = chain;
        this.watches = watches;
        this.contexts = contexts;
        this.current = current;
    }

    /** What the computation on a thread says of its value. */
    Current current() {
        return current;
    }

    /**
     * Runs a computation: the calls that it makes are not the observed one.
     *
     * @param remarks takes what it says of its value
     * @throws Throwable the computation's own
     */
    @Nullable
    Object compute(Remarks remarks, Computation computation) throws Throwable {
        return watches.unwatched(() -> current.inside(remarks, computation));
    }

    /** This thread's. */
    Site here() {
        return new Site(chain.current(), watches.current(), contexts.visible(), current.here());
    }

    /** One call's, to which another thread comes back to end the call. */
    final class Site {
        private final Chain.@Nullable Link inside;
        private final @Nullable Watch watch;
        private final @Nullable ContextSnapshot visible;
        private final @Nullable Remarks remarks;

        private Site(
                Chain.@Nullable Link inside,
                @Nullable Watch watch,
                @Nullable ContextSnapshot visible,
                @Nullable Remarks remarks) {
            this.inside = inside;
            this.watch = watch;
            this.visible = visible;
            this.remarks = remarks;
        }

        /** Goes on there, on any thread. */
        void resume(Runnable rest) {
            Runnable heard = () -> current.resume(remarks, rest);
            chain.inside(inside, () -> watches.resume(watch, () -> contexts.seeing(visible, heard)));
        }
    }
}
