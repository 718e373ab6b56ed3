package dev.memoized.impl.proof;

import dev.memoized.ContextValue;
import dev.memoized.MemoizedCall;
import java.lang.reflect.Method;
import java.util.List;

/** What a version source is told by a {@link NaiveMemoizing}: the arguments. */
record NaiveQuestion(String name, List<Object> arguments) implements MemoizedCall {
    @Override
    public Class<?> beanClass() {
        throw new UnsupportedOperationException("nobody asks");
    }

    @Override
    public Method method() {
        throw new UnsupportedOperationException("nobody asks");
    }

    @Override
    public <T> T context(Class<? extends ContextValue<T>> type) {
        throw new UnsupportedOperationException("nobody asks");
    }
}
