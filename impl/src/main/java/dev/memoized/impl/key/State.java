package dev.memoized.impl.key;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was found in an object at one moment, to be looked for again later. */
final class State {
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
