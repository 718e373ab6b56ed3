package dev.memoized.impl.cdi;

import dev.memoized.impl.engine.RenewalAstrayException;
import dev.memoized.impl.log.RuntimeMessage;
import dev.memoized.impl.plan.MethodPlan;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A thread while it renews: with a request context of its own, and the marker of the renewal. */
final class RenewalThread {
    private final ThreadLocal<Marker> markers = new ThreadLocal<>();
    private final AtomicInteger renewing = new AtomicInteger();
    private final CdiRequests requests;
    private final FreshRequest request;
    private final boolean isCleared;

    /**
     * A thread of whichever executor there is.
     *
     * @param isCleared a request that is active there is nobody's
     */
    RenewalThread(CdiRequests requests, FreshRequest request, boolean isCleared) {
        this.requests = requests;
        this.request = request;
        this.isCleared = isCleared;
    }

    /** The marker that this thread carries; while nobody renews, that costs no look at the thread. */
    @Nullable
    Marker marker() {
        return renewing.get() == 0 ? null : markers.get();
    }

    /**
     * Runs a program's computation in a request of its own.
     *
     * @throws RenewalAstrayException when this thread is inside a request
     * @throws Exception the computation's own
     */
    @Nullable
    Object run(Callable<?> computation) throws Exception {
        refuseRequest("CacheService");
        FutureTask<Object> task = new FutureTask<>(computation::call);
        request.run(task);
        try {
            return task.get();
        } catch (ExecutionException brought) {
            if (brought.getCause() instanceof Error error) {
                throw error;
            }
            throw (Exception) brought.getCause();
        }
    }

    private void refuseRequest(Object whose) {
        if (!isCleared && requests.isActive()) {
            throw new RenewalAstrayException(RuntimeMessage.REFRESH_IN_REQUEST.text(whose), null);
        }
    }

    /**
     * Runs a renewal.
     *
     * @throws RenewalAstrayException when this thread is inside a request, whose data the renewal would see
     */
    void run(MethodPlan plan, Marker marker, Runnable renewal) {
        refuseRequest(plan);
        Marker before = markers.get();
        renewing.incrementAndGet();
        markers.set(marker);
        try {
            request.run(() -> {
                marker.restoreContext();
                renewal.run();
            });
        } finally {
            renewing.decrementAndGet();
            if (before == null) {
                markers.remove();
            } else {
                markers.set(before);
            }
        }
    }
}
