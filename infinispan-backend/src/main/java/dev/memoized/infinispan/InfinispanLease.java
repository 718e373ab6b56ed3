package dev.memoized.infinispan;

import dev.memoized.spi.Lease;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** A lease or claim of this JVM. */
final class InfinispanLease implements Lease {
    private final AtomicReference<@Nullable Runnable> elected = new AtomicReference<>();
    private final Scope scope;
    private final String token;
    private final boolean isClaim;
    private final long asOf;
    private final long version;
    private volatile boolean isVoid;
    private volatile long deadline;

    /**
     * One that is about to be given.
     *
     * @param version that of the cell which it comes into
     */
    InfinispanLease(Scope scope, String token, boolean isClaim, long asOf, long version) {
        this.scope = scope;
        this.token = token;
        this.isClaim = isClaim;
        this.asOf = asOf;
        this.version = version;
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

    long version() {
        return version;
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
