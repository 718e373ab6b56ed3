package dev.memoized.testing;

import dev.memoized.spi.FaultPoints;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Counts the threads at each place, holds them there or makes them fail, as a test says. Thread-safe.
 *
 * <p>A held thread does not notice an interruption until it goes on. One that is held for 30 seconds fails, and so does
 * {@link #close()} then.
 */
public final class Gate implements FaultPoints, AutoCloseable {
    private final Rendezvous rendezvous;
    private final Map<Spot, Integer> counts = new HashMap<>();
    private final Set<Spot> held = new HashSet<>();
    private final Map<Place, Supplier<? extends @Nullable RuntimeException>> failures = new EnumMap<>(Place.class);
    private @Nullable AssertionError forgotten;

    /** A gate that is open everywhere. */
    public Gate() {
        this(Rendezvous.LIMIT);
    }

    Gate(Duration limit) {
        this.rendezvous = new Rendezvous(limit);
    }

    /**
     * Makes threads wait that come to a place.
     *
     * @param place until it is {@linkplain #open opened}
     */
    public void hold(Place place) {
        rendezvous.change(() -> held.add(new Spot(place, null)));
    }

    /**
     * Makes threads wait that come to a place for one method.
     *
     * @param place until it is {@linkplain #open opened}
     * @param name the method's namespace
     */
    public void hold(Place place, String name) {
        rendezvous.change(() -> held.add(new Spot(place, name)));
    }

    /**
     * Lets the threads at a place go on, and those that come later.
     *
     * @param place for all names
     */
    public void open(Place place) {
        rendezvous.change(() -> held.removeIf(spot -> spot.place() == place));
    }

    /**
     * Lets the threads go on that came to a place for one method.
     *
     * @param place held for this name; one that is held for all names stays so
     * @param name the method's namespace
     */
    public void open(Place place, String name) {
        rendezvous.change(() -> held.remove(new Spot(place, name)));
    }

    /**
     * Makes threads fail that come to a place, after it has been opened if it is held.
     *
     * @param place until {@link #close()} or {@link #reset()}
     * @param failure asked for each thread; null lets it pass
     */
    public void failAt(Place place, Supplier<? extends @Nullable RuntimeException> failure) {
        rendezvous.change(() -> failures.put(place, failure));
    }

    /**
     * How many threads have come to a place, the held ones included.
     *
     * @param place for all names
     * @return zero or more
     */
    public int count(Place place) {
        return rendezvous.read(() -> counts.getOrDefault(new Spot(place, null), 0));
    }

    /**
     * How many threads have come to a place for one method, the held ones included.
     *
     * @param place the place
     * @param name the method's namespace
     * @return zero or more
     */
    public int count(Place place, String name) {
        return rendezvous.read(() -> counts.getOrDefault(new Spot(place, name), 0));
    }

    /**
     * Blocks until so many threads have come to a place.
     *
     * @param place for all names
     * @param count at least this many since the gate was made or {@linkplain #reset() reset}
     */
    public void awaitReached(Place place, int count) {
        awaitReached(new Spot(place, null), count);
    }

    /**
     * Blocks until so many threads have come to a place for one method.
     *
     * @param place the place
     * @param name the method's namespace
     * @param count at least this many since the gate was made or {@linkplain #reset() reset}
     */
    public void awaitReached(Place place, String name, int count) {
        awaitReached(new Spot(place, name), count);
    }

    private void awaitReached(Spot spot, int count) {
        rendezvous.await(
                () -> counts.getOrDefault(spot, 0) >= count,
                () -> "waiting for " + count + " threads at " + spot + "; " + state());
    }

    @Override
    public void reached(Place place, String name) {
        rendezvous.change(() -> {
            counts.merge(new Spot(place, null), 1, Integer::sum);
            counts.merge(new Spot(place, name), 1, Integer::sum);
        });
        try {
            rendezvous.awaitUninterruptibly(
                    () -> !isHeld(place, name), () -> "nobody opened " + new Spot(place, name) + "; " + state());
        } catch (AssertionError e) {
            rendezvous.change(() -> forgotten = e);
            throw e;
        }
        failIfTold(place);
    }

    private boolean isHeld(Place place, String name) {
        return held.contains(new Spot(place, null)) || held.contains(new Spot(place, name));
    }

    private void failIfTold(Place place) {
        Supplier<? extends @Nullable RuntimeException> failure = rendezvous.read(() -> failures.get(place));
        RuntimeException exception = failure == null ? null : failure.get();
        if (exception != null) {
            throw exception;
        }
    }

    private String state() {
        return "seen " + counts + ", held " + held;
    }

    /** Opens every place, forgets failures and counts: for the next test with the same container. */
    public void reset() {
        rendezvous.change(() -> {
            held.clear();
            failures.clear();
            counts.clear();
            forgotten = null;
        });
    }

    /** Opens every place and forgets failures; fails itself when a thread was held too long. */
    @Override
    public void close() {
        AssertionError late = rendezvous.read(() -> forgotten);
        rendezvous.change(() -> {
            held.clear();
            failures.clear();
            forgotten = null;
        });
        if (late != null) {
            throw late;
        }
    }

    private record Spot(Place place, @Nullable String name) {
        @Override
        public String toString() {
            return name == null ? place.toString() : place + " of " + name;
        }
    }
}
