package dev.memoized.cells;

import dev.memoized.spi.Lease;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** A lease or claim of this JVM. Whether it is given is told under the lock of {@link Holders}. */
final class CellLease implements Lease {
    private final AtomicReference<@Nullable Runnable> elected = new AtomicReference<>();
    private final Scope scope;
    private final String token;
    private final boolean isClaim;
    private final long asOf;
    private volatile boolean isVoid;
    private volatile boolean isStoring;
    private volatile long deadline;
    private boolean isGiven;
    private boolean isUnsure;

    /** One that is about to be given. */
    CellLease(Scope scope, String token, boolean isClaim, long asOf) {
        this.scope = scope;
        this.token = token;
        this.isClaim = isClaim;
        this.asOf = asOf;
    }

    @Override
    public Object key() {
        return scope.key();
    }

    @Override
    public long asOf() {
        return asOf;
    }

    @Override
    public boolean isVoid() {
        return isVoid;
    }

    Scope scope() {
        return scope;
    }

    String token() {
        return token;
    }

    boolean isClaim() {
        return isClaim;
    }

    /**
     * Its cell was changed, and it is not in it.
     *
     * @return whether it has ended by that: before it was given nobody can tell
     */
    boolean missing() {
        isUnsure |= !isGiven;
        return isGiven;
    }

    /**
     * It has come into its cell.
     *
     * @return whether it is known to be in it still
     */
    boolean given() {
        isGiven = true;
        return !isUnsure;
    }

    /** What it was claimed for is on its way: the mark that is raised with it does not end it. */
    void storing() {
        isStoring = true;
    }

    boolean isStoring() {
        return isStoring;
    }

    /** It has ended, or cannot be published any more. */
    void end() {
        isVoid = true;
        Runnable over = elected.getAndSet(null);
        if (over != null) {
            over.run();
        }
    }

    /** To be run at its end, or now if it has ended. */
    void atEnd(Runnable over) {
        elected.set(over);
        if (isVoid) {
            end();
        }
    }

    /** In this JVM's time. */
    void endsAt(long nanos) {
        deadline = nanos;
    }

    long deadline() {
        return deadline;
    }
}
