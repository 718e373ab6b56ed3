package dev.memoized.impl.memoizer;

import dev.memoized.impl.local.LocalBackend;
import dev.memoized.impl.refresh.OwnPool;
import dev.memoized.impl.time.SystemTime;
import dev.memoized.spi.CacheBackend;
import dev.memoized.spi.TimeSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/** What a memoizer makes itself because nobody gave it one, and closes again. For one thread. */
final class OwnParts {
    private final List<Runnable> closing = new ArrayList<>();

    TimeSource time() {
        SystemTime time = new SystemTime();
        closing.add(time::close);
        return time;
    }

    Executor executor() {
        OwnPool pool = new OwnPool();
        closing.add(pool::close);
        return pool;
    }

    CacheBackend backend(TimeSource time) {
        LocalBackend backend = new LocalBackend(time);
        closing.add(backend::close);
        return backend;
    }

    /** What is to be done at the end. */
    List<Runnable> closing() {
        return List.copyOf(closing);
    }

    /** The whole that is made of them; if that fails this is the end. */
    <T> T joined(Supplier<T> making) {
        boolean made = false;
        try {
            T whole = making.get();
            made = true;
            return whole;
        } finally {
            if (!made) {
                closing.forEach(Runnable::run);
            }
        }
    }
}
