package dev.memoized.impl.engine;

import dev.memoized.impl.context.ContextSnapshot;
import dev.memoized.impl.context.Contexts;
import dev.memoized.impl.flight.Chain;
import dev.memoized.impl.observe.Watch;
import dev.memoized.impl.observe.Watches;
import org.jspecify.annotations.Nullable;

/** Where calls are made: what a thread is inside of, who observes it, and what it sees of the request. */
final class Sites {
    private final Chain chain;
    private final Watches watches;
    private final Contexts contexts;

    Sites(Chain chain, Watches watches, Contexts contexts) {
        this.chain = chain;
        this.watches = watches;
        this.contexts = contexts;
    }

    /** This thread's. */
    Site here() {
        return new Site(chain.current(), watches.current(), contexts.visible());
    }

    /** One call's, to which another thread comes back to end the call. */
    final class Site {
        private final Chain.@Nullable Link inside;
        private final @Nullable Watch watch;
        private final @Nullable ContextSnapshot visible;

        private Site(Chain.@Nullable Link inside, @Nullable Watch watch, @Nullable ContextSnapshot visible) {
            this.inside = inside;
            this.watch = watch;
            this.visible = visible;
        }

        /** Goes on there, on any thread. */
        void resume(Runnable rest) {
            chain.inside(inside, () -> watches.resume(watch, () -> contexts.seeing(visible, rest)));
        }
    }
}
