package dev.memoized.redis;

import dev.memoized.spi.Lease;

/** A lease or claim of this JVM. */
final class RedisLease implements Lease {
    private final Scope scope;
    private final boolean isClaim;
    private volatile String token = "";
    private volatile long asOf;
    private volatile boolean isVoid;
    private volatile long deadline;
    private boolean isGranted;
    private boolean isUnsure;
    private long raised;

    RedisLease(Scope scope, boolean isClaim) {
        this.scope = scope;
        this.isClaim = isClaim;
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

    /** Under the lock of those that are out, as what follows. */
    void granted(long number) {
        asOf = number;
        isGranted = true;
        if (raised > number) {
            end();
        }
    }

    /** What has happened is not known: if it is not granted yet, that may have come after it. */
    void missed() {
        isUnsure |= !isGranted;
    }

    /** Whether the server must be asked if it stands, though it has just been granted. */
    boolean isUnsure() {
        return isUnsure && !isVoid;
    }

    boolean isOut() {
        return isGranted && !isVoid;
    }

    /** Whether a mark was raised after it was granted; if that is not known yet it is kept in mind. */
    boolean isBelow(long number) {
        raised = Math.max(raised, number);
        return isGranted && raised > asOf;
    }

    /** In this JVM's time; a little late is no harm. */
    void endsAt(long nanos) {
        deadline = nanos;
    }

    boolean hasEndedBy(long nanos) {
        return deadline - nanos < 0;
    }

    /** It has ended, or cannot be published any more. */
    void end() {
        isVoid = true;
    }

    Scope scope() {
        return scope;
    }

    /**
     * For one attempt to be granted: one whose answer was lost may still come about, and is nobody's.
     *
     * @return the token of the attempt before, or nothing
     */
    String attempt(String fresh) {
        String former = token;
        token = fresh;
        return former;
    }

    /** By which all know it. */
    String token() {
        return token;
    }

    boolean isClaim() {
        return isClaim;
    }

    /** The letter by which scripts know what it is. */
    byte[] kind() {
        return Form.ascii(isClaim ? "c" : "l");
    }
}
