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
    Object answer() throws Throwable {
        Step step = next(false);
        Landing landing = await(step);
        while (landing instanceof Landing.Again) {
            step = next(true);
            landing = await(step);
        }
        return tools.answers().end(call, step.outcome(), landing);
    }

    private Step next(boolean again) throws Throwable {
        try {
            return again ? tools.steps().again(call) : tools.steps().next(call);
        } catch (Throwable failure) {
            tools.answers().without(call.method(), Outcome.FAILED);
            throw failure;
        }
    }

    private Landing await(Step step) {
        if (step.landing().isDone()) {
            return step.landing().join();
        }
        Duration left = call.plan().waitAtMost().minusNanos(tools.time().nanos() - call.began());
        try {
            return tools.time().await(step.landing(), left)
                    ? step.landing().join()
                    : tools.refusals().waited(call);
        } catch (InterruptedException interrupted) {
            return tools.refusals().interrupted(call.plan(), interrupted);
        }
    }
}
