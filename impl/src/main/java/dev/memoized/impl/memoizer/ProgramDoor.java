package dev.memoized.impl.memoizer;

import dev.memoized.impl.context.ContextSnapshot;
import dev.memoized.impl.engine.Computation;
import dev.memoized.impl.engine.Door;
import dev.memoized.impl.engine.Entrance;
import dev.memoized.impl.engine.Memoization;
import dev.memoized.impl.engine.MemoizedMethod;
import dev.memoized.impl.engine.Recording;
import dev.memoized.impl.engine.RenewalAstrayException;
import dev.memoized.impl.plan.MethodPlan;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Brings the calls of one function, or of one method of an object, to the engine. Thread-safe. */
final class ProgramDoor implements Door<ProgramDoor.Asked> {
    private final Memoization memoization;
    private final MemoizedMethod method;
    private final Body body;
    private final Tenure tenure;

    ProgramDoor(Memoization memoization, MemoizedMethod method, Body body, Tenure tenure) {
        this.memoization = memoization;
        this.method = method;
        this.body = body;
        this.tenure = tenure;
    }

    /** One call. */
    static final class Asked {
        private final @Nullable Object[] arguments;
        private boolean computed;

        private Asked(@Nullable Object[] arguments) {
            this.arguments = arguments;
        }
    }

    Entrance entrance() {
        return new Entrance(method, this);
    }

    /**
     * Answers a call. One that sees its tenure end takes nothing that it has not computed: it may be its successor's.
     *
     * @throws Throwable the original's own, or what the engine adds
     */
    @Nullable
    Object call(@Nullable Object... arguments) throws Throwable {
        Recording recording = memoization.recorder().current();
        if (recording != null) {
            return tenure.isOver() ? null : recording.note(method, this, arguments);
        }
        if (tenure.isOver()) {
            return body.compute(arguments);
        }
        Asked asked = new Asked(arguments);
        Object answer = answer(asked);
        return tenure.isOver() && !asked.computed ? body.compute(arguments) : answer;
    }

    private @Nullable Object answer(Asked asked) throws Throwable {
        try {
            return memoization.engine().call(method, asked.arguments, asked, this);
        } catch (RenewalAstrayException over) {
            return null;
        }
    }

    /** Not for those who wait for it, if a successor may be among them. */
    @Override
    public @Nullable Object proceed(Asked asked) throws Throwable {
        if (tenure.isOver()) {
            throw new RenewalAstrayException("replaced", null);
        }
        Object result = body.compute(asked.arguments);
        asked.computed = true;
        return result;
    }

    @Override
    public boolean isOpen() {
        return !tenure.isOver();
    }

    @Override
    public Computation renewal(
            MethodPlan plan, Object key, ContextSnapshot snapshot, List<@Nullable Object> arguments) {
        return () -> body.compute(arguments.toArray());
    }
}
