package dev.memoized.impl.plan;

import dev.memoized.KeyGenerator;
import dev.memoized.impl.key.KeyMaker;
import org.jspecify.annotations.Nullable;

/** Keys made by the application's generator. */
record GeneratedKeys(PlanDraft draft, KeyGenerator generator) implements KeyMaker {

    @Override
    public Object keyOf(@Nullable Object[] arguments) {
        return KeyMaker.ofGenerated(generator.key(Invocation.of(draft, arguments)));
    }
}
