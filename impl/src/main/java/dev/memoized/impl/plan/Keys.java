package dev.memoized.impl.plan;

import dev.memoized.KeyGenerator;
import dev.memoized.TwoPartKey;
import dev.memoized.impl.context.ContextSnapshot;
import dev.memoized.impl.key.KeyMaker;
import dev.memoized.impl.key.KeyParts;
import dev.memoized.spi.Mark;
import dev.memoized.spi.TaggedKey;
import java.lang.reflect.Type;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes the keys of a method whose arguments alone are not the key: a generator makes it, context values are in it, or it is
 * in groups.
 *
 * @param draft of the method
 * @param parameters makes the key of the arguments
 * @param generator makes it instead, or null
 * @param varies whether context values are in the key
 * @param isOwned whether an invalidation must reach the key in memories that nobody lists
 */
record Keys(PlanDraft draft, KeyMaker parameters, @Nullable KeyGenerator generator, boolean varies, boolean isOwned) {

    /** A key, in the groups that an invalidation reaches it by: its entry, and itself in any context. */
    Object keyOf(@Nullable Object[] arguments, ContextSnapshot snapshot) {
        Object generated = generator == null ? null : generator.key(Invocation.of(draft, arguments, snapshot));
        if (generated instanceof TwoPartKey two) {
            Object key = KeyParts.ofField(two, result());
            return tagged(key, snapshot, groupOf(KeyParts.entryOf(two)));
        }
        Object key = generator == null ? parameters.keyOf(arguments) : KeyMaker.ofGenerated(generated);
        return varies || isOwned ? tagged(key, snapshot) : key;
    }

    private TaggedKey tagged(Object key, ContextSnapshot snapshot, Mark entry) {
        return varies
                ? new TaggedKey(snapshot.keyOf(key), Set.of(), Set.of(groupOf(key), entry))
                : new TaggedKey(key, Set.of(), Set.of(entry));
    }

    private TaggedKey tagged(Object key, ContextSnapshot snapshot) {
        return new TaggedKey(varies ? snapshot.keyOf(key) : key, Set.of(), Set.of(groupOf(key)));
    }

    private Mark groupOf(Object part) {
        return Mark.group(draft.name(), part);
    }

    private Type result() {
        return draft.declaration().method().getGenericReturnType();
    }
}
