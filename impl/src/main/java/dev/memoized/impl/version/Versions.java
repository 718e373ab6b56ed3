package dev.memoized.impl.version;

import dev.memoized.OnError;
import dev.memoized.impl.context.ActiveRequest;
import dev.memoized.impl.context.ContextSnapshot;
import dev.memoized.impl.context.Contexts;
import dev.memoized.impl.key.KeyParts;
import dev.memoized.impl.log.Log;
import dev.memoized.impl.log.RuntimeMessage;
import dev.memoized.impl.plan.MethodPlan;
import dev.memoized.spi.Mark;
import dev.memoized.spi.TimeSource;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Asks version sources: once in a request for each key, else once a call. Thread-safe. */
public final class Versions {
    private static final int SEEN_AT_MOST = 10_000;

    private final Asking asking = new Asking();
    private final ActiveRequest request;
    private final TimeSource time;
    private final Contexts contexts;
    private final Log log;

    public Versions(ActiveRequest request, TimeSource time, Contexts contexts, Log log) {
        this.request = request;
        this.time = time;
        this.contexts = contexts;
        this.log = log;
    }

    /**
     * What a call knows of its data, before it looks for an entry.
     *
     * @throws RuntimeException the source's own, when the method would rather have it told
     */
    public View of(MethodPlan plan, Object key, @Nullable Object[] arguments, ContextSnapshot snapshot) {
        if (!plan.isVersioned()) {
            return View.ANY;
        }
        Seen seen = seen(plan, key);
        if (asking.isInside(seen)) {
            return View.unknown();
        }
        Supplier<View> reading = () -> read(seen, plan, arguments, snapshot);
        ConcurrentMap<Object, Object> map = request.kept();
        return map == null ? reading.get() : once(map, seen, reading, plan);
    }

    private View once(ConcurrentMap<Object, Object> map, Seen seen, Supplier<View> reading, MethodPlan plan) {
        Reading mine = new Reading();
        Object known = map.get(seen);
        if (known == null && map.size() < SEEN_AT_MOST) {
            known = map.putIfAbsent(seen, mine);
        }
        if (known instanceof Reading other) {
            View view = viewOf(other, plan);
            return view == null ? reading.get() : view;
        }
        return readFor(mine, reading, () -> map.remove(seen, mine));
    }

    /** This request has invalidated a key. */
    public void forget(MethodPlan plan, Object key) {
        ConcurrentMap<Object, Object> map = request.kept();
        if (map != null) {
            map.remove(seen(plan, key));
        }
    }

    /** This request has raised a mark. */
    public void forget(Mark mark) {
        ConcurrentMap<Object, Object> map = request.kept();
        if (map != null) {
            map.entrySet()
                    .removeIf(each -> each.getKey() instanceof Seen seen
                            && each.getValue() instanceof Reading reading
                            && (seen.isUnder(mark) || (mark.kind() == Mark.Kind.TAG && reading.hasTag(mark.name()))));
        }
    }

    private static Seen seen(MethodPlan plan, Object key) {
        return new Seen(plan.name(), plan.schema(), key);
    }

    private @Nullable View viewOf(Reading reading, MethodPlan plan) {
        try {
            return time.await(reading.view(), plan.bounds().waitAtMost())
                    ? reading.view().join()
                    : null;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return null;
        }
    }

    /** What failed is not kept: whoever waits for it reads for itself. */
    private static View readFor(Reading mine, Supplier<View> reading, Runnable forget) {
        View view = null;
        try {
            view = reading.get();
            return view;
        } finally {
            if (view == null) {
                forget.run();
            }
            mine.view().complete(view);
        }
    }

    private View read(Seen seen, MethodPlan plan, @Nullable Object[] arguments, ContextSnapshot snapshot) {
        try {
            Supplier<Object> source = () -> KeyParts.of(plan.version(arguments, snapshot));
            return new View(contexts.seeing(snapshot, () -> asking.inside(seen, source)));
        } catch (Exception | Error failure) {
            if (plan.onError() == OnError.THROW) {
                log.once(RuntimeMessage.VERSION_THROWN, plan.toString(), failure);
                throw failure;
            }
            log.once(RuntimeMessage.VERSION_FAILED, plan.toString(), failure);
            return View.ofFailure();
        }
    }
}
