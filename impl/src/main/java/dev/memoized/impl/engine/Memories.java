package dev.memoized.impl.engine;

import dev.memoized.Counters;
import dev.memoized.RefreshFailures;
import dev.memoized.impl.flight.Flights;
import dev.memoized.impl.plan.MethodPlan;
import dev.memoized.impl.refresh.Failures;
import dev.memoized.spi.CacheBackend;
import dev.memoized.spi.TimeSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;

/** Opens one memory a namespace; methods of one name share it. Thread-safe. */
final class Memories {
    private final Lock lock = new ReentrantLock();
    private final Map<Place, Memory> open = new HashMap<>();
    private final TimeSource time;
    private final Stores stores;

    Memories(TimeSource time, Stores stores) {
        this.time = time;
        this.stores = stores;
    }

    Memory open(MethodPlan plan, CacheBackend backend, Values values) {
        Place place = new Place(backend, plan.prefix(), plan.name(), plan.schema(), values);
        lock.lock();
        try {
            Memory memory = open.get(place);
            if (memory == null) {
                Stores.Opened opened = stores.open(plan, backend, values);
                memory = new Memory(
                        opened.store(),
                        opened.counted(),
                        opened.kind(),
                        flightsOf(place, plan),
                        new Failures(time),
                        opened.invalidations());
                open.put(place, memory);
            }
            return memory;
        } finally {
            lock.unlock();
        }
    }

    /** One for all kinds: what the store takes for one key is one for flights too. */
    private Flights flightsOf(Place place, MethodPlan plan) {
        return open.entrySet().stream()
                .filter(each -> each.getKey().isBeside(place))
                .map(each -> each.getValue().flights())
                .findFirst()
                .orElseGet(() -> new Flights(time, plan.bounds().longestComputation()));
    }

    void close() {
        lock.lock();
        try {
            stores.close();
        } finally {
            lock.unlock();
        }
    }

    /** See {@link dev.memoized.MemoizedMethods#failures}. */
    RefreshFailures failures(String name) {
        List<Failures> all = of(place -> place.name().equals(name)).stream()
                .map(Memory::failures)
                .toList();
        return new RefreshFailures(
                name,
                all.stream().mapToInt(Failures::size).sum(),
                all.stream().mapToInt(Failures::mostInARow).max().orElse(0),
                Failures.lastError(all, time.nanos()));
    }

    /** See {@link dev.memoized.MemoizedMethods#counters}. */
    Counters counters(String name) {
        return counters(name, of(place -> place.name().equals(name)));
    }

    /** The same of one backend. */
    Counters counters(CacheBackend backend, String name) {
        return counters(name, of(place -> place.is(backend, name)));
    }

    /** Begins to count anew what is asked of a namespace of one backend. */
    void resetCounters(CacheBackend backend, String name) {
        of(place -> place.is(backend, name)).forEach(each -> each.counted().reset());
    }

    private static Counters counters(String name, List<Memory> memories) {
        List<Counters> all =
                memories.stream().map(each -> each.counted().counters()).toList();
        return new Counters(
                name,
                sum(all, Counters::hits),
                sum(all, Counters::misses),
                sum(all, Counters::writes),
                sum(all, Counters::refused),
                sum(all, Counters::removals),
                sum(all, Counters::failures));
    }

    private static long sum(List<Counters> all, ToLongFunction<Counters> count) {
        return all.stream().mapToLong(count).sum();
    }

    private List<Memory> of(Predicate<Place> which) {
        lock.lock();
        try {
            return open.entrySet().stream()
                    .filter(each -> which.test(each.getKey()))
                    .map(Map.Entry::getValue)
                    .toList();
        } finally {
            lock.unlock();
        }
    }

    private record Place(CacheBackend backend, String prefix, String name, String schema, Values values) {
        boolean isBeside(Place other) {
            return is(other.backend, other.name) && prefix.equals(other.prefix) && schema.equals(other.schema);
        }

        boolean is(CacheBackend other, String otherName) {
            return backend.equals(other) && name.equals(otherName);
        }
    }
}
