package dev.memoized.impl.key;

import java.lang.invoke.VarHandle;
import org.jspecify.annotations.Nullable;

/**
 * An object of a class that is foreign to us, by reference, judged by its own equals. Once it has been found changed it
 * equals no other key, whatever becomes of it: what was computed for it, or removed since, was so for another value.
 */
final class Kept implements Part {
    final Object value;
    private final int hash;
    private final @Nullable State state;
    private volatile boolean changed;

    Kept(Object value) {
        if (!OwnEquality.in(value.getClass())) {
            throw UnkeyableException.identity(value.getClass());
        }
        if (!isReflexive(value)) {
            throw UnkeyableException.irreflexive(value.getClass());
        }
        this.value = value;
        this.hash = value.hashCode();
        this.state = State.of(value); // last: equals and hashCode may have filled in what they need
    }

    @SuppressWarnings("SelfEquals") // the question is whether it is
    private static boolean isReflexive(Object value) {
        return value.equals(value);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other || (other instanceof Kept that && hash == that.hash && isSame(that));
    }

    // An equals that throws inside a store's map would break the store: no answer means another key, hence a miss.
    private boolean isSame(Kept that) {
        try {
            boolean same = value.equals(that.value);
            VarHandle.acquireFence(); // what equals has read was there before what is read now
            boolean unchanged = isUnchanged();
            return that.isUnchanged() && unchanged && same; // both are looked at: what is not noticed may be undone
        } catch (Exception | StackOverflowError | LinkageError | AssertionError e) {
            return false;
        }
    }

    boolean mayChange() {
        return state != null;
    }

    private boolean isUnchanged() {
        if (state != null && !changed && !state.isStillIn(value)) {
            changed = true;
        }
        return !changed;
    }

    @Override
    public int hashCode() {
        return hash;
    }
}
