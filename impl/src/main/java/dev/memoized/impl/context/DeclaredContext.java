package dev.memoized.impl.context;

import dev.memoized.ContextValue;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The context values that a method declares, in the order of its annotation. Immutable, thread-safe. */
public final class DeclaredContext {
    private final String method;
    private final List<Class<?>> types;
    private final List<ContextValue<?>> values;
    private final Set<Class<?>> independentOf;
    private volatile String @Nullable [] names;
    private final ContextSnapshot nothing;
    private final ContextSnapshot live;

    /**
     * What a plan was told.
     *
     * @param method for messages
     * @param types as they were declared
     * @param values the objects of these types
     * @param independentOf what the result does not depend on
     */
    public DeclaredContext(
            String method, List<Class<?>> types, List<ContextValue<?>> values, Set<Class<?>> independentOf) {
        this.method = method;
        this.types = List.copyOf(types);
        this.values = List.copyOf(values);
        this.independentOf = Set.copyOf(independentOf);
        this.nothing = new ContextSnapshot(this, new Object[0], false);
        this.live = new ContextSnapshot(this, new Object[0], true);
    }

    public boolean isEmpty() {
        return types.isEmpty();
    }

    /** Whether the method varies by it. */
    public boolean has(Class<?> type) {
        return types.contains(type);
    }

    int size() {
        return types.size();
    }

    Class<?> type(int index) {
        return types.get(index);
    }

    /** The snapshot of a method that varies by nothing. */
    public ContextSnapshot nothing() {
        return nothing;
    }

    /** What a computation sees whose call bypasses the cache: the same types, captured when it asks. */
    public ContextSnapshot live() {
        return live;
    }

    /**
     * Asks each value, in the caller.
     *
     * @throws ContextMissingException when one is not there
     * @throws dev.memoized.impl.key.UnkeyableException when one has no value equality
     * @throws RuntimeException the value's own
     */
    ContextSnapshot capture() {
        names();
        Object[] captured = new Object[types.size()];
        for (int i = 0; i < captured.length; i++) {
            Object value = values.get(i).capture();
            if (value == null || !isThere(value)) {
                throw new ContextMissingException(types.get(i));
            }
            captured[i] = value;
        }
        return new ContextSnapshot(this, captured, false);
    }

    @Nullable
    Object capture(int index) {
        return values.get(index).capture();
    }

    /** The same where it need not be there. */
    @Nullable
    Object captureAgain(int index) {
        try {
            Object value = capture(index);
            return value != null && isThere(value) ? value : null;
        } catch (Exception | LinkageError notThere) {
            return null;
        }
    }

    static boolean isThere(Object value) {
        return !(value instanceof CharSequence text && text.toString().isBlank());
    }

    /** What another method varies by that a computation of this one may not depend on; null when there is nothing. */
    @Nullable
    Class<?> lacks(DeclaredContext inner) {
        return inner.types.stream()
                .filter(type -> !types.contains(type) && !independentOf.contains(type))
                .findFirst()
                .orElse(null);
    }

    int indexOf(Class<?> type) {
        return types.indexOf(type);
    }

    @SuppressWarnings("unchecked") // it captured the value itself
    void restore(int index, Object value) {
        ((ContextValue<Object>) values.get(index)).restore(value);
    }

    /** Asked first in a call: a value that is of the request has none before. */
    String[] names() {
        String[] known = names;
        if (known == null) {
            known = values.stream().map(ContextValue::name).toArray(String[]::new);
            names = known;
        }
        return known;
    }

    /** The method, for messages. */
    @Override
    public String toString() {
        return method;
    }
}
