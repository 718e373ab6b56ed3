package dev.memoized.impl.engine;

import dev.memoized.impl.backend.QuietStore;
import dev.memoized.impl.flight.Flights;
import dev.memoized.impl.key.CanonicalForm;
import dev.memoized.impl.log.Log;
import dev.memoized.impl.plan.MethodPlan;
import dev.memoized.spi.Namespace;
import dev.memoized.spi.ObjectBackend;
import dev.memoized.spi.TimeSource;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** Opens one memory a namespace; methods of one name share it. Thread-safe. */
final class Memories {
    private static final long ENTRIES_AT_MOST = 10_000;

    private final Lock lock = new ReentrantLock();
    private final Map<Place, Memory> open = new HashMap<>();
    private final TimeSource time;
    private final Duration longestComputation;
    private final Log log;

    Memories(TimeSource time, Duration longestComputation, Log log) {
        this.time = time;
        this.longestComputation = longestComputation;
        this.log = log;
    }

    Memory open(MethodPlan plan, ObjectBackend backend) {
        Place place = new Place(backend, plan.name(), plan.schema());
        lock.lock();
        try {
            Memory memory = open.get(place);
            if (memory == null) {
                memory = new Memory(store(plan, backend), new Flights(time, longestComputation));
                open.put(place, memory);
            }
            return memory;
        } finally {
            lock.unlock();
        }
    }

    private QuietStore<Object> store(MethodPlan plan, ObjectBackend backend) {
        return new QuietStore<>(backend.open(namespace(plan, ENTRIES_AT_MOST)), plan.name(), time, log);
    }

    static Namespace namespace(MethodPlan plan, long entriesAtMost) {
        CanonicalForm form = new CanonicalForm(plan.name(), plan.schema());
        return new Namespace(plan.name(), plan.schema(), entriesAtMost, form);
    }

    private record Place(ObjectBackend backend, String name, String schema) {}
}
