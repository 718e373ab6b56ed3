package dev.memoized.impl.engine;

import dev.memoized.EntryException;
import dev.memoized.impl.log.RuntimeMessage;
import dev.memoized.impl.type.Erasure;
import java.lang.reflect.Array;
import java.util.Arrays;
import java.util.Collections;
import org.jspecify.annotations.Nullable;

/** What a thread calls while it is recorded. Of that thread only. */
public final class Recording {
    private @Nullable Recorded first;
    private int count;

    Recording() {}

    /**
     * Takes note of a call, which is not made.
     *
     * @param arguments not kept
     * @return what stands for its result: null, or a primitive type's zero
     */
    public @Nullable Object note(MemoizedMethod method, Door<?> door, @Nullable Object[] arguments) {
        count++;
        if (first == null) {
            first = new Recorded(method, door, Collections.unmodifiableList(Arrays.asList(arguments.clone())));
        }
        Class<?> result = method.plan().method().getReturnType();
        return result.isPrimitive() ? Array.get(Array.newInstance(result, 1), 0) : null;
    }

    /** What stands for a failure that followed. */
    Exception cause(Exception failure) {
        return first == null ? failure : resultUsed(first, failure);
    }

    /**
     * The only call that was made.
     *
     * @param result of the whole
     */
    Recorded only(@Nullable Object result) {
        if (first == null) {
            throw new EntryException(RuntimeMessage.ENTRY_OF_NOTHING.text(), null);
        }
        if (count > 1) {
            throw new EntryException(RuntimeMessage.ENTRY_OF_MANY.text(count, first.plan()), null);
        }
        Class<?> type = Erasure.boxed(first.plan().method().getReturnType());
        if (result != null && !type.isInstance(result)) {
            throw resultUsed(first, null);
        }
        return first;
    }

    private static EntryException resultUsed(Recorded call, @Nullable Exception failure) {
        return new EntryException(RuntimeMessage.ENTRY_RESULT_USED.text(call.plan()), failure);
    }
}
