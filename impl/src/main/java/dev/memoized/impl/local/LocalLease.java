package dev.memoized.impl.local;

import dev.memoized.spi.Lease;
import dev.memoized.spi.TaggedKey;

/** A lease of a {@link LocalStore}. */
final class LocalLease implements Lease {
    private final Object key;
    private final long asOf;
    private final Scope scope;
    private long deadline;
    private volatile boolean over;

    LocalLease(Object key, Scope scope, long deadline) {
        this.key = key;
        this.scope = scope;
        this.asOf = scope.number();
        this.deadline = deadline;
    }

    @Override
    public Object key() {
        return key;
    }

    @Override
    public long asOf() {
        return asOf;
    }

    @Override
    public boolean isVoid() {
        return over || scope.raisedSince(asOf, TaggedKey.tagsOf(key), key);
    }

    /** In the key's turn. */
    boolean endIfDead(long now) {
        over = isVoid() || Deadline.passed(deadline, now);
        return over;
    }

    /** In the key's turn. */
    long remaining(long now) {
        return deadline - now;
    }

    /** In the key's turn. */
    void renew(long later) {
        deadline = later;
    }

    void end() {
        over = true;
    }
}
