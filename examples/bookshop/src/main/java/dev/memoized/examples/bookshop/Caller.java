package dev.memoized.examples.bookshop;

import dev.memoized.CacheListener;
import dev.memoized.Outcome;
import jakarta.enterprise.context.ApplicationScoped;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** One of a {@link Herd}: a thread that makes one call. */
final class Caller extends Thread {

    private static final Logger LOG = System.getLogger(Caller.class.getName());

    /** Small, as there are many, and enough for a query whose classes are not loaded yet. */
    private static final long STACK_BYTES = 512 * 1024;

    private final CompletableFuture<Void> gate;
    private final int number;
    private volatile long end;
    private volatile @Nullable Outcome outcome;

    Caller(int number, CompletableFuture<Void> gate, Runnable call) {
        super(null, call, "caller-" + number, STACK_BYTES);
        this.gate = gate;
        this.number = number;
        setDaemon(true);
        setUncaughtExceptionHandler((caller, failure) -> LOG.log(Level.DEBUG, caller.getName(), failure));
    }

    @Override
    public void run() {
        gate.join();
        try {
            super.run();
        } finally {
            end = System.nanoTime();
        }
    }

    int number() {
        return number;
    }

    /** When it had its answer, as {@link System#nanoTime()} has it. */
    long end() {
        return end;
    }

    /** How the call ended; null when the library has not said so. */
    @Nullable
    Outcome outcome() {
        return outcome;
    }

    /** Learns how a caller's call ended: listeners are told on the thread that called. */
    @ApplicationScoped
    static class Listener implements CacheListener {

        @Override
        public void called(String name, Outcome outcome, long ageNanos) {
            if (Thread.currentThread() instanceof Caller caller) {
                caller.outcome = outcome;
            }
        }
    }
}
