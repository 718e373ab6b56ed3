package dev.memoized.impl.flight;

import dev.memoized.spi.TimeSource;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/*
 * Concurrency: the map holds at most one flight a key. A flight enters by putIfAbsent, by replace in the place of a
 * detached one, or by put when its leader takes over, and leaves by the two-argument remove, so that a detached flight
 * never removes its successor. The map runs no code but ours and the keys' equality.
 */
/** The running computations of one namespace, at most one a key that takes followers. */
public final class Flights {
    private final ConcurrentMap<Object, Flight> running = new ConcurrentHashMap<>();
    private final TimeSource time;
    private final long longestComputation;
    private final AtomicLong swept;

    public Flights(TimeSource time, Duration longestComputation) {
        this.time = time;
        this.longestComputation = longestComputation.toNanos();
        this.swept = new AtomicLong(time.nanos());
    }

    /** A flight that nobody knows yet. */
    public Flight prepare(Object key) {
        StackReserve.ensure();
        return new Flight(key, time.nanos());
    }

    /**
     * Finds the running flight of a key, or makes the prepared one that flight.
     *
     * @return the prepared one: its maker leads and must {@link #land} it; or another's, to follow
     */
    public Flight board(Flight prepared) {
        while (true) {
            Flight other = running.putIfAbsent(prepared.key(), prepared);
            if (other == null) {
                return prepared;
            }
            if (other.takesFollowers(time.nanos(), longestComputation)) {
                return other;
            }
            if (running.replace(prepared.key(), other, prepared)) {
                return prepared;
            }
        }
    }

    /**
     * Makes the prepared flight that of its key, whatever is under way.
     *
     * @return the one in whose place it came, to be given up; null when there was none
     */
    public @Nullable Flight takeOver(Flight prepared) {
        return running.put(prepared.key(), prepared);
    }

    /**
     * The flights that have been under way for longer than a computation may take; looks for them at most once in such a
     * time. They take no followers any more, but nobody may come to replace them.
     */
    public List<Flight> abandoned() {
        long now = time.nanos();
        long last = swept.get();
        if (now - last <= longestComputation || !swept.compareAndSet(last, now)) {
            return List.of();
        }
        return running.values().stream()
                .filter(flight -> flight.isOverdue(now, longestComputation))
                .toList();
    }

    /** The computation of this key that is under way and that who calls now may wait for; null when there is none. */
    public @Nullable Flight running(Object key) {
        Flight flight = running.get(key);
        return flight != null && flight.takesFollowers(time.nanos(), longestComputation) ? flight : null;
    }

    /** Whether a flight is under way that takes no followers any more. */
    public boolean isDetached(Flight flight) {
        return !flight.hasLanded() && !flight.takesFollowers(time.nanos(), longestComputation);
    }

    /** Ends a flight: nobody finds it any more, and then those who wait are told. */
    public void land(Flight flight, Landing landing) {
        running.remove(flight.key(), flight);
        flight.landing().complete(landing);
    }

    /** How many are under way. */
    public int size() {
        return running.size();
    }
}
