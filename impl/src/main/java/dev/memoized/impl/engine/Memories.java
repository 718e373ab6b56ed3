package dev.memoized.impl.engine;

import dev.memoized.RefreshFailures;
import dev.memoized.impl.backend.QuietStore;
import dev.memoized.impl.flight.Flights;
import dev.memoized.impl.key.CanonicalForm;
import dev.memoized.impl.log.Log;
import dev.memoized.impl.plan.MethodPlan;
import dev.memoized.impl.refresh.Failures;
import dev.memoized.spi.Namespace;
import dev.memoized.spi.ObjectBackend;
import dev.memoized.spi.TimeSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** Opens one memory a namespace; methods of one name share it. Thread-safe. */
final class Memories {
    private static final long ENTRIES_AT_MOST = 10_000;

    private final Lock lock = new ReentrantLock();
    private final Map<Place, Memory> open = new HashMap<>();
    private final TimeSource time;
    private final Log log;

    Memories(TimeSource time, Log log) {
        this.time = time;
        this.log = log;
    }

    Memory open(MethodPlan plan, ObjectBackend backend) {
        Place place = new Place(backend, plan.name(), plan.schema());
        lock.lock();
        try {
            Memory memory = open.get(place);
            if (memory == null) {
                memory = new Memory(
                        store(plan, backend),
                        new Flights(time, plan.bounds().longestComputation()),
                        new Failures(time));
                open.put(place, memory);
            }
            return memory;
        } finally {
            lock.unlock();
        }
    }

    /** See {@link dev.memoized.MemoizedMethods#failures}. */
    RefreshFailures failures(String name) {
        List<Failures> all = failuresOf(name);
        return new RefreshFailures(
                name,
                all.stream().mapToInt(Failures::size).sum(),
                all.stream().mapToInt(Failures::mostInARow).max().orElse(0),
                Failures.lastError(all, time.nanos()));
    }

    private List<Failures> failuresOf(String name) {
        lock.lock();
        try {
            return open.entrySet().stream()
                    .filter(each -> each.getKey().name().equals(name))
                    .map(each -> each.getValue().failures())
                    .toList();
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
