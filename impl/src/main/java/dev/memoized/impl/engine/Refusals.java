package dev.memoized.impl.engine;

import dev.memoized.ColdCacheException;
import dev.memoized.impl.flight.Landing;
import dev.memoized.impl.log.Message;
import dev.memoized.impl.log.RuntimeMessage;
import dev.memoized.impl.plan.MethodPlan;

/** Says why a caller gets no value. */
final class Refusals {

    Landing.Refused of(Message message, Object... details) {
        return new Landing.Refused(new ColdCacheException(message.text(details), null));
    }

    Landing.Refused closing() {
        return of(RuntimeMessage.CLOSING);
    }

    Landing.Refused waited(Call call) {
        return of(RuntimeMessage.COLD_WAITED, call.plan(), call.plan().bounds().waitAtMost());
    }

    /** Nobody's answer: the message is all that the caller may get of it. */
    Landing.Refused astray(RenewalAstrayException astray) {
        return new Landing.Refused(new ColdCacheException(String.valueOf(astray.getMessage()), null));
    }

    /** Sets the interrupt flag again. */
    Landing.Refused interrupted(MethodPlan plan, InterruptedException interrupted) {
        Thread.currentThread().interrupt();
        return new Landing.Refused(new ColdCacheException(RuntimeMessage.COLD_INTERRUPTED.text(plan), interrupted));
    }
}
