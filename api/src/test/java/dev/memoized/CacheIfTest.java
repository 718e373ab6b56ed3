package dev.memoized;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CacheIfTest {
    private final MemoizedCall anyCall = new NoCall();

    @Test
    void always_remembers_null() {
        assertThat(new CacheIf.Always().test(anyCall, null)).isTrue();
    }

    @Test
    void present_remembers_neither_null_nor_empty() {
        CacheIf present = new CacheIf.Present();
        assertThat(present.test(anyCall, null)).isFalse();
        assertThat(present.test(anyCall, Optional.empty())).isFalse();
        assertThat(present.test(anyCall, Optional.of(1))).isTrue();
        assertThat(present.test(anyCall, "")).isTrue();
    }

    private static final class NoCall implements MemoizedCall {
        @Override
        public <T> T context(Class<? extends ContextValue<T>> type) {
            throw new AssertionError("not asked for");
        }

        @Override
        public String name() {
            return "none";
        }

        @Override
        public Class<?> beanClass() {
            return NoCall.class;
        }

        @Override
        public Method method() {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<Object> arguments() {
            return List.of();
        }
    }
}
