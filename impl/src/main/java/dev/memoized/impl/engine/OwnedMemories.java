package dev.memoized.impl.engine;

import dev.memoized.impl.context.ActiveRequest;
import dev.memoized.impl.flight.Flights;
import dev.memoized.impl.plan.MethodPlan;
import dev.memoized.impl.plan.Owner;
import dev.memoized.spi.Namespace;
import dev.memoized.spi.Store;
import dev.memoized.spi.TimeSource;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The memories of methods whose values live with a request or an instance. Each owner has its own, made at the first call
 * and kept with the owner only, under the memory that the namespace has for all: that one keeps no entries, but its marks
 * are those of every owner. Thread-safe.
 */
final class OwnedMemories {
    private static final long IN_REQUEST_AT_MOST = 1_000;
    private static final long IN_INSTANCE_AT_MOST = 10_000;

    private final Map<Memory, Supplier<Memory>> makers = new ConcurrentHashMap<>();
    private final ActiveRequest request;
    private final TimeSource time;

    OwnedMemories(ActiveRequest request, TimeSource time) {
        this.request = request;
        this.time = time;
    }

    /**
     * From now on owners get a memory of that namespace.
     *
     * @param common the namespace's, for all owners
     * @param stores opens one that only its opener knows
     */
    void add(MethodPlan plan, Memory common, Function<Namespace, Store<Object>> stores) {
        Namespace namespace =
                Stores.namespace(plan, plan.owner() == Owner.REQUEST ? IN_REQUEST_AT_MOST : IN_INSTANCE_AT_MOST);
        makers.putIfAbsent(
                common,
                () -> new Memory(
                        stores.apply(namespace),
                        common.counted(),
                        null,
                        new Flights(time, plan.bounds().longestComputation()),
                        common.failures(),
                        common.invalidations()));
    }

    /** The method with the memory of the request that this thread is in, or of the called instance; null when there is none. */
    @Nullable
    MemoizedMethod find(MemoizedMethod method, Door<?> door) {
        ConcurrentMap<Object, Object> kept =
                method.plan().owner() == Owner.REQUEST ? request.kept() : door.ofInstance();
        return kept == null
                ? null
                : new MemoizedMethod(method.plan(), method.judge(), memory(kept, method.memory()), method.listeners());
    }

    private Memory memory(ConcurrentMap<Object, Object> kept, Memory common) {
        Object known = kept.get(common);
        if (known == null) {
            Memory made = Objects.requireNonNull(makers.get(common)).get();
            Object other = kept.putIfAbsent(common, made);
            known = other == null ? made : other;
        }
        return (Memory) known;
    }
}
