package dev.memoized.impl.engine;

import dev.memoized.impl.backend.Guard;
import dev.memoized.impl.log.Log;
import dev.memoized.impl.plan.MethodPlan;
import dev.memoized.spi.CacheBackend;
import dev.memoized.spi.TimeSource;
import java.util.HashMap;
import java.util.Map;

/** One guard for each backend that is another process. Used under the lock of {@link Memories}. */
final class Guards {
    private final Map<CacheBackend, Guard> guards = new HashMap<>();
    private final TimeSource time;
    private final Log log;

    Guards(TimeSource time, Log log) {
        this.time = time;
        this.log = log;
    }

    /** The backend's, made for the first plan that uses it. */
    Guard of(CacheBackend backend, MethodPlan plan) {
        Guard known = guards.get(backend);
        if (known != null) {
            return known;
        }
        Guard made = new Guard(plan.backend().name(), plan.storing().timeOut(), time, log);
        guards.put(backend, made);
        return made;
    }

    void close() {
        guards.values().forEach(Guard::close);
    }
}
