package dev.memoized.redis;

import dev.memoized.impl.time.SystemTime;
import dev.memoized.spi.ByteBackend;
import dev.memoized.spi.TimeSource;
import dev.memoized.tck.store.ByteStoreContract;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The contract by a server's real time: many tests at once, with names of their own, so that they may wait long. */
@Execution(ExecutionMode.CONCURRENT)
abstract class RedisContract extends ByteStoreContract {
    private final TimeSource time = new SystemTime();
    private final String prefix = UUID.randomUUID().toString();

    /** With names of its own. */
    abstract ByteBackend backend(TimeSource clock, String names);

    @Override
    protected ByteBackend backend() {
        return backend(time, prefix);
    }

    /** What things are called there. */
    Names names() {
        return new Names(prefix, 0);
    }

    @Override
    protected TimeSource time() {
        return time;
    }

    @Override
    protected Duration unit() {
        return Duration.ofSeconds(1);
    }

    /** A little longer: the server counts milliseconds, and the last one is still a part of a life. */
    @Override
    protected void pass(Duration span) {
        try {
            long end = time.nanos() + span.plusMillis(5).toNanos();
            for (long left = end - time.nanos(); left > 0; left = end - time.nanos()) {
                time.await(new CompletableFuture<>(), Duration.ofNanos(left));
            }
        } catch (InterruptedException stop) {
            throw new IllegalStateException(stop);
        }
    }
}
