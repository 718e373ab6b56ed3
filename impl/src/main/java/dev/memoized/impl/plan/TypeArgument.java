package dev.memoized.impl.plan;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a class says the only type parameter of an interface to be. */
final class TypeArgument {
    private TypeArgument() {}

    /** The argument; {@code Object} when the class leaves it open. */
    static Type of(Type type, Class<?> contract) {
        return Objects.requireNonNullElse(find(type, contract, Map.of()), Object.class);
    }

    private static @Nullable Type find(Type from, Class<?> contract, Map<TypeVariable<?>, Type> outer) {
        Class<?> raw = from instanceof ParameterizedType generic ? (Class<?>) generic.getRawType() : (Class<?>) from;
        Map<TypeVariable<?>, Type> known = bound(from, raw, outer);
        if (raw == contract) {
            return known.get(contract.getTypeParameters()[0]);
        }
        return Stream.concat(Stream.ofNullable(raw.getGenericSuperclass()), Stream.of(raw.getGenericInterfaces()))
                .map(above -> find(above, contract, known))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static Map<TypeVariable<?>, Type> bound(Type from, Class<?> raw, Map<TypeVariable<?>, Type> outer) {
        Map<TypeVariable<?>, Type> bound = new HashMap<>();
        if (from instanceof ParameterizedType generic) {
            Type[] arguments = generic.getActualTypeArguments();
            for (int i = 0; i < arguments.length; i++) {
                Type argument = arguments[i] instanceof TypeVariable<?> variable ? outer.get(variable) : arguments[i];
                if (argument != null) {
                    bound.put(raw.getTypeParameters()[i], argument);
                }
            }
        }
        return bound;
    }
}
