package dev.memoized.impl.engine;

import dev.memoized.impl.context.ContextSnapshot;
import dev.memoized.impl.context.Contexts;
import dev.memoized.impl.key.KeyParts;
import dev.memoized.impl.plan.MethodPlan;
import dev.memoized.impl.version.Versions;
import dev.memoized.impl.version.View;
import dev.memoized.spi.Entry;
import dev.memoized.spi.Lease;
import dev.memoized.spi.Mark;
import dev.memoized.spi.TaggedKey;
import dev.memoized.spi.TimeSource;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A result that is to take the place of an entry: its key was claimed before the method ran, and the facts of the result
 * are those of that moment.
 */
final class Replacement {
    private final Tools tools;
    private final Place place;
    private final View view;
    private final long began;
    private final Lease claim;
    private final Remarks remarks;

    private Replacement(Tools tools, Place place, View view, long began, Lease claim, Remarks remarks) {
        this.tools = tools;
        this.place = place;
        this.view = view;
        this.began = began;
        this.claim = claim;
        this.remarks = remarks;
    }

    /** Where the entry lies, and what else is of its arguments. */
    private record Place(
            MemoizedMethod method,
            List<@Nullable Object> arguments,
            ContextSnapshot snapshot,
            Object key,
            @Nullable Mark others) {

        static Place of(MemoizedMethod method, ContextSnapshot snapshot, List<? extends @Nullable Object> inKey) {
            MethodPlan plan = method.plan();
            @Nullable Object[] arguments = plan.argumentsOf(inKey);
            Object key = plan.keyOf(arguments, snapshot);
            Mark others = plan.markOf(arguments, snapshot);
            return new Place(method, Collections.unmodifiableList(Arrays.asList(arguments)), snapshot, key, others);
        }

        MethodPlan plan() {
            return method.plan();
        }

        /** By what equals may come to say otherwise nothing is claimed. */
        boolean mayChange() {
            return KeyParts.mayChange(key instanceof TaggedKey tagged ? tagged.key() : key);
        }
    }

    /** What results are stored with. */
    record Tools(TimeSource time, Contexts contexts, Versions versions) {

        /**
         * Claims the key of an entry.
         *
         * @param remarks takes what the method says of its result
         * @return null when nothing can be told of it: then it must be dropped
         * @throws RuntimeException that of a generator, a version source or the like
         */
        @Nullable
        Replacement claim(
                MemoizedMethod method,
                ContextSnapshot snapshot,
                List<? extends @Nullable Object> inKey,
                Remarks remarks) {
            Place place = contexts.seeing(snapshot, () -> Place.of(method, snapshot, inKey));
            if (place.mayChange() || !place.plan().enabled()) {
                return null;
            }
            View view = versions.of(place.plan(), place.key(), place.arguments().toArray(), snapshot);
            if (place.plan().isVersioned() && view.version() == null) {
                return null;
            }
            long began = time.nanos();
            Duration life = place.plan().bounds().longestComputation();
            Lease claim = method.memory().store().claim(place.key(), life);
            return claim == null ? null : new Replacement(this, place, view, began, claim, remarks);
        }
    }

    /** Whether what is remembered of a method is what it has replaced. */
    boolean concerns(MemoizedMethod method) {
        return method.memory().equals(place.method().memory());
    }

    /** Nothing takes its place. */
    void giveUp() {
        place.method().memory().store().release(claim);
    }

    /**
     * Stores the result and drops the rest of its arguments.
     *
     * @param inKey the arguments as they are now
     * @return false when it is not stored: then all must be dropped
     * @throws RuntimeException that of a generator; then it is not stored
     */
    boolean make(List<? extends @Nullable Object> inKey, @Nullable Object result) {
        Said said = remarks.said();
        Entry<Object> entry = said.about(entry(result));
        boolean isWanted = said.isStorable()
                && place.method().couldReturn(result)
                && place.method().takes(entry.tags())
                && tools.contexts().seeing(place.snapshot(), () -> isOf(inKey) && remembers(result));
        if (!isWanted) {
            giveUp();
            return false;
        }
        return replace(entry);
    }

    private boolean replace(Entry<Object> entry) {
        Memory memory = place.method().memory();
        Duration life =
                place.plan().limits().remainingLifeOf(entry, tools.time().nanos() - began);
        try {
            boolean stored = memory.store().replace(claim, entry, life, place.others());
            if (stored) {
                memory.failures().succeeded(place.key());
            }
            return stored;
        } finally {
            forget();
        }
    }

    private boolean isOf(List<? extends @Nullable Object> inKey) {
        return place.key()
                .equals(Place.of(place.method(), place.snapshot(), inKey).key());
    }

    private boolean remembers(@Nullable Object result) {
        return place.plan().remembers(place.arguments(), place.snapshot(), result);
    }

    private Entry<Object> entry(@Nullable Object result) {
        long took = tools.time().nanos() - began;
        return new Entry<>(
                result, began, took, view.version(), claim.asOf(), TaggedKey.tagsOf(place.key()), false, null);
    }

    private void forget() {
        tools.versions().forget(place.plan(), place.key());
        if (place.others() != null) {
            tools.versions().forget(place.others());
        }
    }
}
