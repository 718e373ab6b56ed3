package dev.memoized.impl.engine;

import dev.memoized.RefreshFailures;
import dev.memoized.impl.backend.QuietStore;
import dev.memoized.impl.backend.WatchedStore;
import dev.memoized.impl.flight.Flights;
import dev.memoized.impl.key.CanonicalForm;
import dev.memoized.impl.key.State;
import dev.memoized.impl.log.Log;
import dev.memoized.impl.log.RuntimeMessage;
import dev.memoized.impl.plan.MethodPlan;
import dev.memoized.impl.refresh.Failures;
import dev.memoized.spi.CacheBackend.Capability;
import dev.memoized.spi.Namespace;
import dev.memoized.spi.ObjectBackend;
import dev.memoized.spi.Store;
import dev.memoized.spi.TimeSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** Opens one memory a namespace; methods of one name share it. Thread-safe. */
final class Memories {
    private static final long ENTRIES_AT_MOST = 10_000;

    private final Lock lock = new ReentrantLock();
    private final Map<Place, Memory> open = new HashMap<>();
    private final TimeSource time;
    private final boolean detectsMutation;
    private final Log log;

    Memories(TimeSource time, boolean detectsMutation, Log log) {
        this.time = time;
        this.detectsMutation = detectsMutation;
        this.log = log;
        if (detectsMutation) {
            log.info(RuntimeMessage.VALUES_WATCHED, Memoization.DETECT_MUTATION);
        }
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

    static Namespace namespace(MethodPlan plan, long entriesAtMost) {
        CanonicalForm form = new CanonicalForm(plan.name(), plan.schema());
        return new Namespace(plan.name(), plan.schema(), entriesAtMost, form);
    }

    private Store<Object> store(MethodPlan plan, ObjectBackend backend) {
        Store<Object> store = new QuietStore<>(backend.open(namespace(plan, ENTRIES_AT_MOST)), plan.name(), time, log);
        return detectsMutation && backend.capabilities().contains(Capability.BY_REFERENCE)
                ? new WatchedStore(store, plan.name(), Memories::look, log)
                : store;
    }

    private static WatchedStore.@Nullable Sight look(Object value) {
        State state = State.ofResult(value);
        return state == null ? null : () -> state.changedIn(value);
    }

    private record Place(ObjectBackend backend, String name, String schema) {}
}
