package dev.memoized.impl.plan;

import dev.memoized.KeyGenerator;
import dev.memoized.TwoPartKey;
import dev.memoized.impl.context.ContextSnapshot;
import dev.memoized.impl.key.KeyMaker;
import dev.memoized.impl.key.KeyParts;
import dev.memoized.spi.Mark;
import dev.memoized.spi.TaggedKey;
import java.lang.reflect.Type;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes the keys of a method whose arguments alone are not the key: a generator makes it, context values are in it, or it is
 * under tags or in groups.
 *
 * @param draft of the method
 * @param parameters makes the key of the arguments
 * @param generator makes it instead, or null
 * @param varies whether context values are in the key
 * @param groups by which an invalidation reaches it
 */
record Keys(PlanDraft draft, KeyMaker parameters, @Nullable KeyGenerator generator, boolean varies, Groups groups) {

    /** The groups that keys are in, besides those of shared entries. */
    enum Groups {
        /** None: an invalidation finds the key itself. */
        NONE,
        /** That of its arguments: in many contexts, or in memories that nobody lists. */
        ARGUMENTS,
        /** That one and, in each context, its own: to be made stale. */
        EACH
    }

    /** A key, in the groups that an invalidation reaches it by: its entry, and itself in any context. */
    Object keyOf(@Nullable Object[] arguments, ContextSnapshot snapshot) {
        Object part = partOf(arguments, snapshot);
        Object key = part instanceof TwoPart two ? two.key() : part;
        Set<Mark> marks = marksOf(part, key, snapshot);
        Set<String> tags = draft.keeping().tags().of(arguments);
        Object whole = varies ? snapshot.keyOf(key) : key;
        return marks.isEmpty() && tags.isEmpty() ? whole : new TaggedKey(whole, tags, marks);
    }

    private Set<Mark> marksOf(Object part, Object key, ContextSnapshot snapshot) {
        if (groups != Groups.EACH && !(part instanceof TwoPart)) {
            return groups == Groups.NONE ? Set.of() : Set.of(groupOf(key));
        }
        Set<Mark> marks = new LinkedHashSet<>();
        if (part instanceof TwoPart two) {
            marks.add(groupOf(two.entry()));
        }
        if (groups != Groups.NONE && (varies || !(part instanceof TwoPart))) {
            marks.add(groupOf(key));
        }
        if (groups == Groups.EACH && varies) {
            marks.add(groupOf(snapshot.keyOf(key)));
        }
        return Collections.unmodifiableSet(marks);
    }

    /** The mark of all that is remembered for some arguments, in all contexts; null when there is one entry, and no mark. */
    @Nullable
    Mark markOf(@Nullable Object[] arguments, ContextSnapshot snapshot) {
        Object part = partOf(arguments, snapshot);
        if (part instanceof TwoPart two) {
            return groupOf(two.entry());
        }
        return groups == Groups.NONE ? null : groupOf(part);
    }

    /** The same of one context only. */
    @Nullable
    Mark markInContextOf(@Nullable Object[] arguments, ContextSnapshot snapshot) {
        Object part = partOf(arguments, snapshot);
        Object key = part instanceof TwoPart two ? two.key() : part;
        return groups == Groups.EACH ? groupOf(varies ? snapshot.keyOf(key) : key) : null;
    }

    private Object partOf(@Nullable Object[] arguments, ContextSnapshot snapshot) {
        if (generator == null) {
            return parameters.keyOf(arguments);
        }
        Object generated = generator.key(Invocation.of(draft, arguments, snapshot));
        return generated instanceof TwoPartKey two
                ? new TwoPart(KeyParts.ofField(two, result()), KeyParts.entryOf(two))
                : KeyMaker.ofGenerated(generated);
    }

    private Mark groupOf(Object part) {
        return Mark.group(draft.name(), part);
    }

    private Type result() {
        return draft.declaration().method().getGenericReturnType();
    }

    /** The key of a field, and what all fields of its entry have in common. */
    private record TwoPart(Object key, Object entry) {}
}
