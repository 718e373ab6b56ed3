package dev.memoized;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;

/**
 * A type with its arguments: {@code new TypeOf<List<Book>>() {}}. Immutable.
 *
 * @param <T> the type
 */
public abstract class TypeOf<T> {
    private final Type type;

    /**
     * Reads what the subclass says.
     *
     * @throws IllegalArgumentException when it says nothing, or names a type variable
     */
    protected TypeOf() {
        if (!(getClass().getGenericSuperclass() instanceof ParameterizedType mine)
                || getClass().getSuperclass() != TypeOf.class) {
            throw new IllegalArgumentException("write new TypeOf<List<Book>>() {}");
        }
        type = mine.getActualTypeArguments()[0];
        if (type instanceof TypeVariable<?>) {
            throw new IllegalArgumentException("a type variable is no type");
        }
    }

    /**
     * What was said.
     *
     * @return the type with its arguments
     */
    public final Type type() {
        return type;
    }
}
