package dev.memoized.impl.local;

import dev.memoized.spi.TimeSource;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;

/** A clock without locks of its own, for model checking. */
final class FrozenTime implements TimeSource {

    @Override
    public long nanos() {
        return -5;
    }

    @Override
    public Instant now() {
        return Instant.EPOCH;
    }

    @Override
    public boolean await(CompletableFuture<?> future, Duration atMost) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Runnable after(Duration delay, Runnable task) {
        throw new UnsupportedOperationException();
    }
}
