package dev.memoized.redis;

import dev.memoized.spi.Lease;
import java.util.List;

/** A lease or claim of this JVM. */
final class RedisLease implements Lease {
    private final Scope scope;
    private final boolean isClaim;
    private volatile byte[] token = {};
    private volatile long asOf;
    private volatile boolean isVoid;
    private volatile long deadline;
    private long grantedAt;
    private long heard;
    private long raised;
    private boolean isUnsure;

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
    void granted(long number, long micros) {
        asOf = number;
        grantedAt = micros;
        if (heard >= micros || raised > number) {
            end();
        }
    }

    /** Whether something that happened to the key came after it was granted; if that is not known yet it is kept in mind. */
    boolean isBefore(long micros) {
        heard = Math.max(heard, micros);
        return grantedAt != 0 && heard >= grantedAt;
    }

    /** What has happened is not known: if it is not granted yet, that may have come after it. */
    void missed() {
        isUnsure |= grantedAt == 0;
    }

    /** Whether the server must be asked if it stands, though it has just been granted. */
    boolean isUnsure() {
        return isUnsure && !isVoid;
    }

    boolean isOut() {
        return grantedAt != 0 && !isVoid;
    }

    /** The same for a mark. */
    boolean isBelow(long number) {
        raised = Math.max(raised, number);
        return grantedAt != 0 && raised > asOf;
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
    byte[] attempt(byte[] fresh) {
        byte[] former = token;
        token = fresh.clone();
        return former;
    }

    byte[] token() {
        return token.clone();
    }

    boolean isClaim() {
        return isClaim;
    }

    /** The letter by which scripts know what it is. */
    byte[] kind() {
        return Form.ascii(isClaim ? "c" : "l");
    }

    List<byte[]> names() {
        return scope.names();
    }
}
