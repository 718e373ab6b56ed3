package dev.memoized.impl.engine;

import dev.memoized.impl.log.Log;
import dev.memoized.impl.log.Message;
import dev.memoized.spi.Entry;
import dev.memoized.spi.FaultPoints;
import dev.memoized.spi.FaultPoints.Place;
import dev.memoized.spi.Lease;
import dev.memoized.spi.TaggedKey;
import dev.memoized.spi.TimeSource;
import org.jspecify.annotations.Nullable;

/** Stores what was computed, if it may be; whatever goes wrong here stays here. */
final class Keeper {
    private final TimeSource time;
    private final FaultPoints faults;
    private final Log log;

    Keeper(TimeSource time, FaultPoints faults, Log log) {
        this.time = time;
        this.faults = faults;
        this.log = log;
    }

    /**
     * Publishes a value, or gives its lease back.
     *
     * @param began when the computation did
     */
    void keep(Call call, Lease lease, @Nullable Object value, long began) {
        boolean ended = false;
        try {
            faults.reached(Place.COMPUTED, call.plan().name());
            if (remembers(call, value)) {
                publish(call, lease, value, began);
                ended = true;
            }
            faults.reached(Place.PUBLISHED, call.plan().name());
        } catch (RuntimeException failure) {
            log.once(Message.STORE_FAILED, call.plan().toString(), failure);
        } finally {
            if (!ended) {
                discard(call, lease);
            }
        }
    }

    /** Gives a lease back without storing. */
    void discard(Call call, @Nullable Lease lease) {
        if (lease != null) {
            call.store().release(lease);
        }
    }

    private void publish(Call call, Lease lease, @Nullable Object value, long began) {
        long took = time.nanos() - began;
        Entry<Object> entry = new Entry<>(value, began, took, null, lease.asOf(), TaggedKey.tagsOf(call.key()), false);
        call.store().publish(lease, entry, call.plan().limits().remainingLife(took));
    }

    private boolean remembers(Call call, @Nullable Object value) {
        try {
            return call.plan().remembers(call.arguments(), value);
        } catch (RuntimeException | Error failure) {
            log.once(Message.CACHE_IF_FAILED, call.plan().toString(), failure);
            return false;
        }
    }
}
