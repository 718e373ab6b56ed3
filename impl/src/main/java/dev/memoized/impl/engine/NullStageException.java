package dev.memoized.impl.engine;

import dev.memoized.impl.log.RuntimeMessage;
import dev.memoized.impl.plan.MethodPlan;
import java.io.Serial;

/** A method that promises a stage returned null: the failure of those who waited for it. */
final class NullStageException extends NullPointerException {
    @Serial
    private static final long serialVersionUID = 1L;

    NullStageException(MethodPlan plan) {
        super(RuntimeMessage.STAGE_NULL.text(plan));
    }
}
