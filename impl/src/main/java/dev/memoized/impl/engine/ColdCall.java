package dev.memoized.impl.engine;

import dev.memoized.Outcome;
import dev.memoized.impl.engine.Cold.Tools;
import dev.memoized.impl.flight.Landing;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** One cold call of a method that returns the value itself: all of it happens on the caller's thread. */
final class ColdCall {
    private final Call call;
    private final Tools tools;

    ColdCall(Call call, Tools tools) {
        this.call = call;
        this.tools = tools;
    }

    @Nullable
    Object answer(Step.Move first) throws Throwable {
        Step step = take(first);
        Landing landing = await(step);
        while (landing instanceof Landing.Again) {
            step = take(tools.steps()::again);
            landing = await(step);
        }
        return tools.answers().end(call, step.outcome(), landing);
    }

    private Step take(Step.Move move) {
        try {
            return move.take(call);
        } catch (Throwable failure) {
            return Step.at(tools.answers().thrown(call, failure), Outcome.COMPUTED);
        }
    }

    private Landing await(Step step) {
        if (step.landing().isDone()) {
            return step.landing().join();
        }
        Duration left = step.bound().minusNanos(tools.time().nanos() - call.began());
        try {
            return tools.time().await(step.landing(), left)
                    ? step.landing().join()
                    : tools.steps().late(call);
        } catch (InterruptedException interrupted) {
            return tools.refusals().interrupted(call.plan(), interrupted);
        }
    }
}
