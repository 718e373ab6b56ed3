package dev.memoized.impl.engine;

import dev.memoized.impl.plan.ResultShape;
import dev.memoized.spi.TimeSource;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** Answers a call for which there is nothing to serve: it leads a flight, or follows one. */
final class Cold {
    private final Tools tools;

    /**
     * What all cold calls of an engine share.
     *
     * @param later runs what a stage's caller cannot wait for
     */
    record Tools(TimeSource time, Answers answers, Steps steps, Refusals refusals, Sites sites, Executor later) {}

    Cold(Tools tools) {
        this.tools = tools;
    }

    @Nullable
    Object answer(Call call) throws Throwable {
        return call.plan().shape() == ResultShape.PLAIN
                ? new ColdCall(call, tools).answer()
                : new ColdStage(call, tools).answer();
    }
}
