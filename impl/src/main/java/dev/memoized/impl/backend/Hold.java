package dev.memoized.impl.backend;

import dev.memoized.spi.Lease;
import dev.memoized.spi.Store;
import dev.memoized.spi.TimeSource;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;

/*
 * Concurrency: `next` forgets the renewal to come, and is None.EVER for good when the lease was given back: a renewal that is
 * under way then makes no other.
 */
/** A lease of the store behind that is renewed term by term. Thread-safe. */
final class Hold implements Lease {
    private final AtomicReference<Runnable> next = new AtomicReference<>(None.YET);
    private final Lease inner;
    private final Store<?> store;
    private final Duration term;
    private final TimeSource time;
    private volatile long end;

    /** No renewal is to come. */
    private enum None implements Runnable {
        YET,
        EVER;

        @Override
        public void run() {}
    }

    Hold(Lease inner, Store<?> store, Duration term, TimeSource time) {
        this.inner = inner;
        this.store = store;
        this.term = term;
        this.time = time;
    }

    Lease inner() {
        return inner;
    }

    @Override
    public Object key() {
        return inner.key();
    }

    @Override
    public long asOf() {
        return inner.asOf();
    }

    @Override
    public boolean isVoid() {
        return inner.isVoid();
    }

    /** From now on, after a renewal; nothing more is needed of a life that is not longer than the term. */
    Hold until(Duration life) {
        end = Lives.end(time.nanos(), life);
        next.getAndUpdate(known -> known == None.EVER ? known : None.YET).run();
        if (life.compareTo(term) > 0) {
            renewLater();
        }
        return this;
    }

    private void renewLater() {
        Runnable forget = time.after(term.dividedBy(3), this::renew);
        Runnable before = next.getAndUpdate(known -> known == None.EVER ? known : forget);
        if (before == None.EVER) {
            forget.run();
        }
    }

    /** Of one that the store has not taken the next may be in time. */
    private void renew() {
        Duration left = Duration.ofNanos(end - time.nanos());
        if (next.get() == None.EVER || left.isNegative() || left.isZero() || inner.isVoid()) {
            return;
        }
        boolean stands = true;
        try {
            stands = store.renew(inner, Lives.shortest(term, left));
        } catch (RuntimeException failed) {
            // told by the guard, and counted
        }
        if (stands) {
            renewLater();
        }
    }

    /** Does not renew any more. */
    void end() {
        next.getAndSet(None.EVER).run();
    }
}
