package dev.memoized.impl.plan;

import dev.memoized.MemoizedCall;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A call as the application's key generators and conditions see it. */
record Invocation(PlanDraft draft, List<@Nullable Object> arguments) implements MemoizedCall {

    static Invocation of(PlanDraft draft, @Nullable Object[] arguments) {
        return new Invocation(draft, Collections.unmodifiableList(Arrays.asList(arguments.clone())));
    }

    @Override
    public String name() {
        return draft.name();
    }

    @Override
    public Class<?> beanClass() {
        return draft.declaration().beanClass();
    }

    @Override
    public Method method() {
        return draft.declaration().method();
    }
}
