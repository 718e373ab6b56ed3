package dev.memoized.impl.key;

import java.util.ArrayList;
import java.util.ConcurrentModificationException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was found in an object at one moment, to be looked for again later. */
public final class State {
    private final Object[] found;

    private State(Object[] found) {
        this.found = found;
    }

    /** That of now; null when the object's class says that it never changes. */
    static @Nullable State of(Object object) {
        if (ChangingFields.of(object.getClass()).length == 0) {
            return null;
        }
        List<Object> found = new ArrayList<>();
        new Walk(found::add).through(object);
        return new State(found.toArray());
    }

    /**
     * That of a result now; null when it is known that it never changes. Classes whose fields the JVM keeps from us, and
     * collections that are not the JDK's, count as such.
     *
     * @throws dev.memoized.MemoizedException when it is made of too many values
     * @throws RuntimeException when a collection of the application cannot be read
     */
    public static @Nullable State ofResult(Object result) {
        Class<?> type = result.getClass();
        boolean isContainer = type.isArray() || Unfolded.isOfJdk(type);
        if (StableTypes.isStable(result) || (!isContainer && ChangingFields.of(type).length == 0)) {
            return null;
        }
        List<Object> found = new ArrayList<>();
        Walk walk = Walk.ofResult(found::add);
        walk.through(result);
        if (!walk.isWhole()) {
            throw UnwatchableException.tooMany(type, Walk.MOST_OF_RESULT);
        }
        return new State(found.toArray());
    }

    /**
     * Where the result from which it is no longer holds the same.
     *
     * @return the class of what was changed, null when nothing was
     */
    public @Nullable Class<?> changedIn(Object result) {
        Comparison comparison = new Comparison();
        Walk walk = Walk.ofResult(comparison::matches);
        try {
            boolean isSame = walk.through(result) && comparison.next == found.length;
            return isSame ? null : classOf(walk.place(), result);
        } catch (ConcurrentModificationException changing) {
            return classOf(walk.place(), result);
        }
    }

    private static Class<?> classOf(@Nullable Object place, Object result) {
        return (place == null ? result : place).getClass();
    }

    /** Whether the object from which it is still holds the same. */
    boolean isStillIn(Object object) {
        Comparison comparison = new Comparison();
        return new Walk(comparison::matches).through(object) && comparison.next == found.length;
    }

    /** One look along what was found. */
    private final class Comparison {
        private int next;

        // Neither a stable value nor a copy runs code of the application when it is compared.
        boolean matches(Object value) {
            if (next == found.length) {
                return false;
            }
            Object then = found[next++];
            return value == then || ((value instanceof Copy || StableTypes.isStable(value)) && value.equals(then));
        }
    }
}
