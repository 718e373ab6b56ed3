package dev.memoized.impl.engine;

import dev.memoized.CacheUse;
import dev.memoized.impl.context.ActiveRequest;
import dev.memoized.impl.plan.MethodPlan;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/*
 * Concurrency: `decisions` is raised before a thread or request carries a decision, and lowered after; so a thread that
 * reads zero carries none, and is in no request that does.
 */
/** What programs have decided about the cache: for a piece of work on this thread, or for a request. Thread-safe. */
final class Switches {
    private final ThreadLocal<@Nullable Decision> current = new ThreadLocal<>();
    private final AtomicInteger decisions = new AtomicInteger();
    private final Decision none = new Decision(CacheUse.NORMAL, () -> {});
    private final ActiveRequest request;

    Switches(ActiveRequest request) {
        this.request = request;
    }

    /** Whether a call computes as if the method were not memoized. */
    boolean bypass(MethodPlan plan) {
        return !plan.enabled() || (decisions.get() > 0 && isDecided(CacheUse.BYPASS));
    }

    /** Whether a call computes whatever is there; of each key the first one only. */
    boolean renew(Memory memory, Object key) {
        return decisions.get() > 0 && isDecided(CacheUse.RENEW) && decision().isFirst(new Target(memory, key));
    }

    private boolean isDecided(CacheUse use) {
        return decision().use() == use;
    }

    private Decision decision() {
        Decision ofThread = current.get();
        if (ofThread != null) {
            return ofThread;
        }
        ConcurrentMap<Object, Object> map = request.kept();
        Object ofRequest = map == null ? null : map.get(Decision.class);
        return ofRequest instanceof Decision decision ? decision : none;
    }

    /** See {@link dev.memoized.MemoizedMethods#bypassing} and {@code renewing}. */
    <R> R inside(CacheUse use, Callable<R> work) throws Exception {
        Decision before = current.get();
        try (Decision decided = decide(use)) {
            current.set(decided);
            return work.call();
        } finally {
            if (before == null) {
                current.remove();
            } else {
                current.set(before);
            }
        }
    }

    /** See {@link dev.memoized.MemoizedMethods#useInRequest}. */
    void inRequest(CacheUse use) {
        ConcurrentMap<Object, Object> map = request.kept();
        if (map == null) {
            throw new NoRequestException();
        }
        Object before = use == CacheUse.NORMAL ? map.remove(Decision.class) : map.put(Decision.class, decide(use));
        if (before instanceof Decision revoked) {
            revoked.close();
        }
    }

    private Decision decide(CacheUse use) {
        decisions.incrementAndGet();
        return new Decision(use, decisions::decrementAndGet);
    }
}
