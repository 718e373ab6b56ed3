package dev.memoized;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;

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
     * @throws IllegalArgumentException when it says nothing
     */
    protected TypeOf() {
        if (!(getClass().getGenericSuperclass() instanceof ParameterizedType mine)
                || getClass().getSuperclass() != TypeOf.class) {
            throw new IllegalArgumentException("write new TypeOf<List<Book>>() {}");
        }
        type = mine.getActualTypeArguments()[0];
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
