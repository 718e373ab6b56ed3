package dev.memoized.impl.engine;

import dev.memoized.Mishap;
import dev.memoized.impl.context.ContextSnapshot;
import dev.memoized.impl.log.Log;
import dev.memoized.impl.log.RuntimeMessage;
import dev.memoized.impl.log.StoreMessage;
import dev.memoized.spi.Entry;
import dev.memoized.spi.Envelope;
import dev.memoized.spi.FaultPoints;
import dev.memoized.spi.FaultPoints.Place;
import dev.memoized.spi.Lease;
import dev.memoized.spi.TimeSource;
import org.jspecify.annotations.Nullable;

/** Stores what was computed, if it may be; whatever goes wrong here stays here. */
final class Keeper {
    private final TimeSource time;
    private final FaultPoints faults;
    private final Parts.Around around;
    private final Setbacks setbacks;
    private final Log log;

    Keeper(TimeSource time, FaultPoints faults, Parts.Around around, Setbacks setbacks, Log log) {
        this.time = time;
        this.faults = faults;
        this.around = around;
        this.setbacks = setbacks;
        this.log = log;
    }

    /**
     * Publishes a value, or gives its lease back.
     *
     * @param isWanted whether its computation leaves it to the method's condition whether it is stored
     * @return whether the store took it
     */
    boolean keep(Call call, Lease lease, Entry<Object> entry, boolean isWanted) {
        boolean ended = false;
        boolean kept = false;
        try {
            faults.reached(Place.COMPUTED, call.plan().name());
            if (isWanted && remembers(call, entry.value()) && takes(call, entry)) {
                kept = publish(call, lease, entry);
                ended = kept;
            } else {
                setbacks.unwanted(call);
            }
            faults.reached(Place.PUBLISHED, call.plan().name());
        } catch (RuntimeException failure) {
            log.once(StoreMessage.STORE_FAILED, call.plan().toString(), failure);
        } finally {
            if (!ended) {
                discard(call, lease);
            }
        }
        return kept;
    }

    /**
     * Gives a lease back because there is nothing to store.
     *
     * @param failure of the computation
     */
    void failed(Call call, @Nullable Lease lease, Throwable failure) {
        try {
            setbacks.failed(call, failure);
        } finally {
            discard(call, lease);
        }
    }

    /** Gives a lease back without storing. */
    void discard(Call call, @Nullable Lease lease) {
        if (lease != null) {
            call.store().release(lease);
        }
    }

    private boolean publish(Call call, Lease lease, Entry<Object> entry) {
        long age = time.nanos() - entry.computedAt();
        boolean mayBeKept = !lease.isVoid();
        boolean kept = call.store().publish(lease, entry, call.plan().limits().remainingLifeOf(entry, age));
        if (kept) {
            setbacks.succeeded(call);
            call.method().listeners().stored();
        } else if (mayBeKept) {
            setbacks.turnedAway(call); // the store takes nothing: each call would ask the origin
        }
        return kept;
    }

    /** Without one of its tags a value would outlive an invalidation; under one that a transaction has named it may be wrong. */
    private boolean takes(Call call, Entry<Object> entry) {
        if (around.pending().names(call.method(), call.key())
                || around.pending().namesOneOf(entry.tags())) {
            return false;
        }
        boolean takes = call.method().takes(entry.tags());
        if (!takes) {
            String most = Envelope.MOST_TAGS + " tags of " + call.method().longestTag() + " characters";
            log.once(StoreMessage.TAGS_UNUSABLE, call.plan().toString(), most);
        }
        return takes;
    }

    private boolean remembers(Call call, @Nullable Object value) {
        try {
            ContextSnapshot snapshot = call.facts().snapshot();
            return around.contexts().seeing(snapshot, () -> call.plan().remembers(call.arguments(), snapshot, value));
        } catch (RuntimeException | Error failure) {
            log.once(RuntimeMessage.CACHE_IF_FAILED, call.plan().toString(), failure);
            call.method().listeners().suffered(Mishap.CONDITION);
            return false;
        }
    }
}
