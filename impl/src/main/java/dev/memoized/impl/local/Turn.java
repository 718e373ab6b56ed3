package dev.memoized.impl.local;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.locks.Lock;
import org.jspecify.annotations.Nullable;

/** One key's turn: until it is closed nobody else changes what the key holds or who may store it, and no mark is raised. */
final class Turn implements AutoCloseable {
    /*
     * Concurrency: holds one of the namespace's locks, then shares that of the marks, and never asks for another. Under them
     * run our own code, the bounded map, and the key's equals and hashCode. Those who wait for a lease are told after them.
     */
    private final Object key;
    private final long now;
    private final Map<Object, Slot> slots;
    private final Scope scope;
    private final Lock lock;
    private final long stamp;
    private @Nullable Slot ended;

    Turn(Object key, long now, Map<Object, Slot> slots, Scope scope, Lock lock) {
        this.key = key;
        this.now = now;
        this.slots = slots;
        this.scope = scope;
        this.lock = lock;
        lock.lock();
        this.stamp = scope.all().beginTurn();
    }

    long now() {
        return now;
    }

    /** The leases that are out, without those that have ended by themselves or by a mark. */
    @Nullable
    Slot out() {
        Slot slot = slots.get(key);
        if (slot == null) {
            return null;
        }
        slot.endDead(now);
        return removedIfEmpty(slot) ? null : slot;
    }

    private boolean removedIfEmpty(Slot slot) {
        if (slot.isEmpty()) {
            slots.remove(key);
            ended = slot;
        }
        return slot.isEmpty();
    }

    LocalLease grant(Duration life) {
        LocalLease lease = new LocalLease(key, scope, Deadline.after(now, life));
        Slot slot = out();
        if (slot == null) {
            slot = new Slot();
            slots.put(key, slot);
        }
        slot.add(lease);
        return lease;
    }

    /** Whether its result may be stored. */
    boolean isOut(LocalLease lease) {
        Slot slot = out();
        return slot != null && slot.contains(lease);
    }

    void end(LocalLease lease) {
        lease.end();
        out();
    }

    void endAll() {
        Slot slot = slots.get(key);
        if (slot != null) {
            slot.endAll();
            removedIfEmpty(slot);
        }
    }

    @Override
    public void close() {
        scope.all().endTurn(stamp);
        lock.unlock();
        if (ended != null) {
            ended.ended().complete(null);
        }
    }
}
