package dev.memoized.impl.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Transactions of one thread, begun and ended by a test. */
final class HandTransactions implements Transactions {
    private final ThreadLocal<@Nullable Work> current = new ThreadLocal<>();
    private final ThreadLocal<@Nullable Work> suspended = new ThreadLocal<>();

    private static final class Work {
        private final Map<Object, Object> kept = new HashMap<>();
        private final List<Consumer<Ending>> ends = new ArrayList<>();
        private boolean isLost;
    }

    void begin() {
        current.set(new Work());
    }

    void markRollback() {
        current().isLost = true;
    }

    /** Ends it; what waits for the end runs outside of it. */
    void end(boolean committed) {
        end(committed ? Ending.COMMITTED : Ending.ROLLED_BACK);
    }

    /** The same. */
    void end(Ending ending) {
        Work work = current();
        current.remove();
        work.ends.forEach(end -> end.accept(ending));
    }

    /** Goes on with another one inside of it, and then with this one. */
    void suspending(Runnable inner) {
        Work outer = current();
        current.remove();
        suspended.set(outer);
        try {
            inner.run();
        } finally {
            suspended.remove();
            current.set(outer);
        }
    }

    /** Goes on with the one outside of this, for a while. */
    void resuming(Runnable work) {
        Work inner = current.get();
        current.set(suspended.get());
        try {
            work.run();
        } finally {
            current.set(inner);
        }
    }

    private Work current() {
        Work work = current.get();
        if (work == null) {
            throw new IllegalStateException("no transaction");
        }
        return work;
    }

    @Override
    public boolean isUnderWay() {
        return current.get() != null;
    }

    @Override
    public boolean mayCommit() {
        return isUnderWay() && !current().isLost;
    }

    @Override
    public @Nullable Object kept(Object key) {
        return current().kept.get(key);
    }

    @Override
    public void keep(Object key, Object value) {
        current().kept.put(key, value);
    }

    @Override
    public void atEnd(Consumer<Ending> end) {
        current().ends.add(end);
    }
}
