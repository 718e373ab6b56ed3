package dev.memoized.impl.service;

import dev.memoized.BackendException;
import dev.memoized.NoSuchCounterException;
import dev.memoized.impl.log.StoreMessage;
import dev.memoized.spi.Entry;
import dev.memoized.spi.Store;
import dev.memoized.spi.TimeSource;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Counts whole numbers of a region up and down.
 *
 * @param region where they are
 * @param time of what is set
 */
record Counting(Region region, TimeSource time) {
    private static final int ATTEMPTS = 100;

    long up(String key, long delta) {
        return count(key, checked(delta));
    }

    long up(String key, long delta, long initial) {
        return count(key, checked(delta), initial);
    }

    long down(String key, long delta) {
        return count(key, -checked(delta));
    }

    long down(String key, long delta, long initial) {
        return count(key, -checked(delta), initial);
    }

    private static long checked(long delta) {
        if (delta < 0) {
            throw new IllegalArgumentException("the delta is negative");
        }
        return delta;
    }

    private long count(String key, long change) {
        OptionalLong sum = region.store().increment(key, change);
        return sum.orElseThrow(() -> new NoSuchCounterException(StoreMessage.NO_COUNTER.text(region.name())));
    }

    /** Others may delete it between the two steps, but not for ever. */
    private long count(String key, long change, long initial) {
        Store<Object> store = region.store();
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            OptionalLong sum = store.increment(key, change);
            if (sum.isPresent()) {
                return sum.getAsLong();
            }
            if (store.add(key, Entry.of(initial, time.nanos(), Set.of()), region.life(initial, null))) {
                return initial;
            }
        }
        throw new BackendException(StoreMessage.COUNTER_UNSETTLED.text(region.name(), ATTEMPTS), null);
    }
}
