package dev.memoized.impl.engine;

import dev.memoized.impl.plan.ResultShape;
import dev.memoized.spi.TimeSource;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** Answers a call for which there is nothing to serve, or something better to wait for: it leads a flight, or follows one. */
final class Cold {
    private final Tools tools;

    /**
     * What all such calls of an engine share.
     *
     * @param later runs what a stage's caller cannot wait for
     */
    record Tools(TimeSource time, Answers answers, Steps steps, Refusals refusals, Sites sites, Executor later) {}

    Cold(Tools tools) {
        this.tools = tools;
    }

    @Nullable
    Object answer(Call call) throws Throwable {
        return answer(call, tools.steps()::next);
    }

    /** The same, beginning with another step. */
    @Nullable
    Object answer(Call call, Step.Move first) throws Throwable {
        return call.plan().shape() == ResultShape.PLAIN
                ? new ColdCall(call, tools).answer(first)
                : new ColdStage(call, tools).answer(first);
    }
}
