package dev.memoized.impl.key;

import java.lang.reflect.Method;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * One parameter that is in the key.
 *
 * @param position among the method's parameters
 * @param stable whether its declared type alone says that each argument may be part of a key as it is
 */
record Argument(int position, boolean stable) {

    static Argument[] of(Method method, int[] positions) {
        Class<?>[] types = method.getParameterTypes();
        return IntStream.of(positions)
                .mapToObj(position -> new Argument(position, StableTypes.isAlwaysStable(types[position])))
                .toArray(Argument[]::new);
    }

    Object partOf(@Nullable Object[] arguments) {
        Object argument = arguments[position];
        return stable && argument != null ? argument : Snapshot.of(argument);
    }
}
