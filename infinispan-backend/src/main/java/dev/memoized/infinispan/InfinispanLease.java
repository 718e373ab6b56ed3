package dev.memoized.infinispan;

import dev.memoized.spi.Lease;

/** A lease or claim of this JVM. */
final class InfinispanLease implements Lease {
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
    }

    /** In this JVM's time. */
    void endsAt(long nanos) {
        deadline = nanos;
    }

    long deadline() {
        return deadline;
    }
}
