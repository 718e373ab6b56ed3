package dev.memoized.impl.plan;

import dev.memoized.ContextValue;
import dev.memoized.MemoizedCall;
import dev.memoized.impl.context.ContextSnapshot;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A call as the application's key generators, conditions and version sources see it. */
record Invocation(PlanDraft draft, List<@Nullable Object> arguments, ContextSnapshot snapshot) implements MemoizedCall {

    static Invocation of(PlanDraft draft, @Nullable Object[] arguments, ContextSnapshot snapshot) {
        return new Invocation(draft, Collections.unmodifiableList(Arrays.asList(arguments.clone())), snapshot);
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

    @Override
    public <T> T context(Class<? extends ContextValue<T>> type) {
        return Objects.requireNonNull(snapshot.get(type));
    }
}
