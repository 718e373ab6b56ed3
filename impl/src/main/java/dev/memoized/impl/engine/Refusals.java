package dev.memoized.impl.engine;

import dev.memoized.ColdCacheException;
import dev.memoized.impl.flight.Landing;
import dev.memoized.impl.log.Message;

/** Says why a caller gets no value. */
final class Refusals {

    Landing.Refused of(Message message, Call call) {
        return new Landing.Refused(new ColdCacheException(message.text(call.plan()), null));
    }

    Landing.Refused waited(Call call) {
        String text = Message.COLD_WAITED.text(call.plan(), call.plan().waitAtMost());
        return new Landing.Refused(new ColdCacheException(text, null));
    }

    /** Sets the interrupt flag again. */
    Landing.Refused interrupted(Call call, InterruptedException interrupted) {
        Thread.currentThread().interrupt();
        return new Landing.Refused(new ColdCacheException(Message.COLD_INTERRUPTED.text(call.plan()), interrupted));
    }
}
