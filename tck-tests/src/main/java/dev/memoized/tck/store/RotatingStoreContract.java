package dev.memoized.tck.store;

import dev.memoized.spi.ByteBackend;
import dev.memoized.spi.TimeSource;
import dev.memoized.testing.ManualClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** The contract for a store of bytes that several clients share: each operation is another one's. */
public abstract class RotatingStoreContract extends ByteStoreContract {
    private final ManualClock clock = new ManualClock();
    private final TimeSource time = new Patient(clock);

    /** For your test class. */
    protected RotatingStoreContract() {}

    /**
     * New clients, which share what they store with each other and with nobody else; listening already, where they do.
     *
     * @return one or more, with the clock of {@link #time}
     */
    protected abstract List<? extends ByteBackend> clients();

    @Override
    protected final ByteBackend backend() {
        List<? extends ByteBackend> clients = clients();
        return clients.size() == 1 ? clients.get(0) : new RotatingBackend(clients, this::settle);
    }

    /** Waits until all clients know what one of them has changed: nothing, where they know at once. */
    protected void settle() {}

    @Override
    protected final TimeSource time() {
        return time;
    }

    @Override
    protected final void pass(Duration span) {
        settle();
        clock.advance(span);
    }

    /** Who waits asks again after a while of real time, too: the change of another client may be seen after it was heard of. */
    private record Patient(ManualClock clock) implements TimeSource {

        @Override
        public long nanos() {
            return clock.nanos();
        }

        @Override
        public Instant now() {
            return clock.now();
        }

        @Override
        public boolean await(CompletableFuture<?> future, Duration atMost) throws InterruptedException {
            CompletableFuture<?> bounded = future.copy().completeOnTimeout(null, 2, TimeUnit.SECONDS);
            clock.await(bounded, atMost);
            return future.isDone();
        }

        @Override
        public Runnable after(Duration delay, Runnable task) {
            return clock.after(delay, task);
        }
    }
}
