package dev.memoized.impl.memoizer;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionStage;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The functions that there are, each with the method that stands for it where the engine asks for one. */
enum Shape {
    FUNCTION(Function.class, Function.class, "apply", 1),
    BI_FUNCTION(BiFunction.class, BiFunction.class, "apply", 2),
    SUPPLIER(Supplier.class, Supplier.class, "get", 0),
    CALLABLE(Callable.class, Callable.class, "call", 0),
    FUNCTION_ASYNC(Function.class, Stages.class, "apply", 1),
    SUPPLIER_ASYNC(Supplier.class, Stages.class, "get", 0);

    private final Class<?> type;

    @SuppressWarnings("ImmutableEnumChecker") // never made accessible
    private final Method method;

    Shape(Class<?> type, Class<?> in, String method, int arguments) {
        Class<?>[] types = new Class<?>[arguments];
        Arrays.fill(types, Object.class);
        this.type = type;
        try {
            this.method = in.getMethod(method, types);
        } catch (NoSuchMethodException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    Class<?> type() {
        return type;
    }

    Method method() {
        return method;
    }

    boolean isOfStages() {
        return method.getDeclaringClass() == Stages.class;
    }

    /** What functions of stages return; nobody calls it. */
    interface Stages {
        CompletionStage<@Nullable Object> apply(@Nullable Object argument);

        CompletionStage<@Nullable Object> get();
    }
}
