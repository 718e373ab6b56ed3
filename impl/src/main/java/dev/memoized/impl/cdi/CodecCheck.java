package dev.memoized.impl.cdi;

import dev.memoized.impl.codec.Codecs;
import dev.memoized.impl.engine.Forms;
import dev.memoized.impl.plan.PlanDraft;
import dev.memoized.impl.plan.Problems;
import dev.memoized.spi.ByteBackend;
import dev.memoized.spi.ValueCodec;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;

/** Refuses methods whose results would not come back from bytes as they were, where they are kept as bytes. */
final class CodecCheck implements AutoCloseable {
    private final Forms forms;
    private final Problems problems;

    CodecCheck(BeanManager manager, Problems problems) {
        this.forms = new Forms(
                new Codecs(() -> manager.createInstance().select(ValueCodec.class, Any.Literal.INSTANCE).stream()
                        .toList()));
        this.problems = problems;
    }

    /**
     * Adds the problem if there is one.
     *
     * @param isOfBytes whether the draft's backend keeps bytes
     */
    void check(PlanDraft draft, boolean isOfBytes) {
        if (isOfBytes || draft.storing().copies()) {
            forms.check(draft.declaration().place(), draft.valueType(), draft.storing(), problems);
        }
    }

    /** Whether a backend keeps bytes. */
    static boolean isOfBytes(Bean<?> backend) {
        return backend.getTypes().contains(ByteBackend.class);
    }

    @Override
    public void close() {
        forms.close();
    }
}
