package dev.memoized.impl.local;

import dev.memoized.spi.Mark;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.locks.Lock;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** One key's turn: until it is closed nobody else changes what the key holds or who may store it, and no mark is raised. */
final class Turn implements AutoCloseable {
    /*
     * Concurrency: holds one of the namespace's locks, then shares that of the marks or has it alone, and never asks for
     * another. Under them run our own code, the bounded map, and the key's equals and hashCode. Those who wait for a lease
     * are told after them.
     */
    private final Object key;
    private final long now;
    private final Out out;
    private final Scope scope;
    private final Lock lock;
    private long stamp;
    private @Nullable Slot ended;

    /**
     * What is out in a namespace, by key.
     *
     * @param leases keep others out
     * @param claims do not
     */
    record Out(Map<Object, Slot> leases, Map<Object, Slot> claims) {}

    Turn(Object key, long now, Out out, Scope scope, Lock lock) {
        this.key = key;
        this.now = now;
        this.out = out;
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
        return alive(out.leases());
    }

    private @Nullable Slot alive(Map<Object, Slot> slots) {
        Slot slot = slots.get(key);
        if (slot == null) {
            return null;
        }
        slot.endDead(now);
        return removedIfEmpty(slot, slots) ? null : slot;
    }

    private boolean removedIfEmpty(Slot slot, Map<Object, Slot> slots) {
        if (slot.isEmpty()) {
            slots.remove(key);
            ended = slots == out.leases() ? slot : ended;
        }
        return slot.isEmpty();
    }

    LocalLease grant(Duration life) {
        return grant(life, out.leases());
    }

    LocalLease claim(Duration life) {
        return grant(life, out.claims());
    }

    private LocalLease grant(Duration life, Map<Object, Slot> slots) {
        LocalLease lease = new LocalLease(key, scope, Deadline.after(now, life));
        Slot slot = alive(slots);
        if (slot == null) {
            slot = new Slot();
            slots.put(key, slot);
        }
        slot.add(lease);
        return lease;
    }

    /** Whether its result may be stored. */
    boolean isOut(LocalLease lease) {
        return contains(alive(out.leases()), lease);
    }

    /** Whether it may replace what the key holds. */
    boolean isClaimed(LocalLease claim) {
        return contains(alive(out.claims()), claim);
    }

    private static boolean contains(@Nullable Slot slot, LocalLease lease) {
        return slot != null && slot.contains(lease);
    }

    void end(LocalLease lease) {
        lease.end();
        alive(out.leases());
        alive(out.claims());
    }

    void endAll() {
        endLeases();
        endAll(out.claims());
    }

    /** All but the claims. */
    void endLeases() {
        endAll(out.leases());
    }

    private void endAll(Map<Object, Slot> slots) {
        Slot slot = slots.get(key);
        if (slot != null) {
            slot.endAll();
            removedIfEmpty(slot, slots);
        }
    }

    /**
     * Raises a mark, hard, while no turn of any key is open but this one.
     *
     * @param stands asked before: what held until now may not hold any more
     * @param meanwhile is run before the next turn begins
     * @return whether it stood
     */
    boolean raise(Mark mark, BooleanSupplier stands, Runnable meanwhile) {
        scope.all().endTurn(stamp);
        try {
            return scope.all().raiseIf(stands, mark, meanwhile);
        } finally {
            stamp = scope.all().beginTurn();
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
