package dev.memoized.it.application;

import dev.memoized.MemoizedCall;
import dev.memoized.VersionSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicInteger;

/** The version of all books. */
@ApplicationScoped
public class Edition implements VersionSource {
    private final AtomicInteger current = new AtomicInteger(1);

    @Override
    public Object version(MemoizedCall call) {
        return current.get();
    }

    int current() {
        return current.get();
    }

    int next() {
        return current.incrementAndGet();
    }
}
