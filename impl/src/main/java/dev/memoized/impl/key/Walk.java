package dev.memoized.impl.key;

import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * One walk through what an object holds, level by level, each object once: by fields, elements, and what the JDK tells of
 * its own classes. It calls no method of the application, but for a collection of its own inside a wrapper of the JDK.
 */
final class Walk {
    /** What lies beyond this number of values in an argument is not looked at. */
    static final int MOST = 10_000;

    /** The same of a result. */
    static final int MOST_OF_RESULT = 100_000;

    private static final Object END = new Object();

    private final Predicate<Object> witness;
    private final int most;
    private final boolean isOfResult;
    private final Deque<Object> ahead = new ArrayDeque<>();
    private final Set<Object> met = Collections.newSetFromMap(new IdentityHashMap<>(8));
    private int values;
    private @Nullable Object place;

    /**
     * A walk through an argument that has not begun.
     *
     * @param witness told of each value on the way; false ends the walk
     */
    Walk(Predicate<Object> witness) {
        this(witness, MOST, false);
    }

    private Walk(Predicate<Object> witness, int most, boolean isOfResult) {
        this.witness = witness;
        this.most = most;
        this.isOfResult = isOfResult;
    }

    /** The same through a result: farther, and past the fields that are transient, which are no part of a value. */
    static Walk ofResult(Predicate<Object> witness) {
        return new Walk(witness, MOST_OF_RESULT, true);
    }

    /** Whether the witness never ended it. */
    boolean through(Object object) {
        met.add(object);
        ahead.add(object);
        boolean going = true;
        while (going && values < most && !ahead.isEmpty()) {
            Object next = ahead.remove();
            place = next;
            going = enter(next) && witness.test(END);
        }
        return going;
    }

    /** Whether nothing lay beyond the bound. */
    boolean isWhole() {
        return values < most;
    }

    /** Inside of what it is, or ended; null before it began. */
    @Nullable
    Object place() {
        return place;
    }

    private boolean enter(Object object) {
        if (object.getClass().isArray()) {
            return object instanceof Object[] array ? all(Arrays.asList(array)) : primitives(object);
        }
        return Unfolded.isOfJdk(object.getClass()) ? ofJdk(object) : fields(object);
    }

    private boolean fields(Object object) {
        for (Field field : ChangingFields.of(object.getClass())) {
            if (isLookedAt(field) && !meet(value(field, object))) {
                return false;
            }
        }
        return true;
    }

    private boolean isLookedAt(Field field) {
        return !isOfResult || !Modifier.isTransient(field.getModifiers());
    }

    private static @Nullable Object value(Field field, Object object) {
        try {
            return field.get(object);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("it was made accessible", e);
        }
    }

    private boolean primitives(Object array) {
        values += Array.getLength(array);
        return values > most || meet(Snapshot.of(array));
    }

    private boolean ofJdk(Object object) {
        if (object instanceof Collection<?> collection) {
            return all(collection);
        }
        if (object instanceof Map<?, ?> map) {
            return all(map.keySet()) && all(map.values());
        }
        if (object instanceof Optional || object instanceof Map.Entry || Unfolded.of(object) == null) {
            return all(held(object));
        }
        return meet(Snapshot.of(object));
    }

    private static List<? extends @Nullable Object> held(Object object) {
        if (object instanceof AtomicReference<?> reference) {
            return Collections.singletonList(reference.get());
        }
        if (object instanceof AtomicBoolean flag) {
            return List.of(flag.get());
        }
        if (object instanceof Number || object instanceof CharSequence) {
            return List.of(object.toString());
        }
        Unfolded unfolded = Unfolded.of(object);
        return unfolded == null ? List.of() : unfolded.values();
    }

    private boolean all(Iterable<? extends @Nullable Object> elements) {
        for (Object element : elements) {
            if (values >= most) {
                return true;
            }
            if (!meet(element)) {
                return false;
            }
        }
        return true;
    }

    private boolean meet(@Nullable Object value) {
        values++;
        Object found = value == null ? Blank.NULL : value;
        if (!(found instanceof Part) && !StableTypes.isStable(found) && met.add(found)) {
            ahead.add(found);
        }
        return witness.test(found);
    }
}
