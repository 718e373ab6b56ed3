package dev.memoized.testing;

import dev.memoized.NotACounterException;
import dev.memoized.spi.Entry;
import dev.memoized.spi.InvalidationMode;
import dev.memoized.spi.Lease;
import dev.memoized.spi.LeaseAnswer;
import dev.memoized.spi.Mark;
import dev.memoized.spi.Store;
import dev.memoized.spi.StoreStats;
import dev.memoized.spi.TaggedKey;
import dev.memoized.testing.MemoryLeases.MemoryLease;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A namespace of a {@link MemoryByteBackend}. */
final class MemoryByteStore implements Store<byte[]> {
    private final MemoryCells cells;
    private final MemoryLeases leases = new MemoryLeases();
    private final MemoryLeases claims = new MemoryLeases();
    private final String name;
    private final MemoryByteBackend backend;

    MemoryByteStore(String name, MemoryByteBackend backend) {
        this.name = name;
        this.backend = backend;
        this.cells = new MemoryCells(name, backend);
    }

    private <T> T alone(Supplier<T> operation) {
        backend.lock().lock();
        try {
            return operation.get();
        } finally {
            List<CompletableFuture<Void>> ended = leases.untold();
            claims.untold();
            backend.lock().unlock();
            ended.forEach(each -> each.complete(null));
        }
    }

    private void alone(Runnable operation) {
        alone(() -> {
            operation.run();
            return true;
        });
    }

    private long now() {
        return backend.time().nanos();
    }

    @Override
    public @Nullable Entry<byte[]> read(Object key, long now) {
        return alone(() -> Optional.ofNullable(cells.find(key))).orElse(null);
    }

    @Override
    public LeaseAnswer<byte[]> lease(Object key, Duration life, boolean exclusive) {
        return alone(() -> {
            Duration remaining = leases.remaining(key, now());
            if (exclusive && remaining != null) {
                return new LeaseAnswer.Busy<>(cells.find(key), remaining);
            }
            return new LeaseAnswer.Granted<>(leases.grant(fresh(key, life)), cells.find(key));
        });
    }

    private MemoryLease fresh(Object key, Duration life) {
        MemoryLease lease = new MemoryLease(key, backend.marks().number(), this);
        lease.endsAt(cells.deadline(life));
        return lease;
    }

    @Override
    public boolean publish(Lease lease, Entry<byte[]> entry, Duration life) {
        MemoryLease own = (MemoryLease) lease;
        return alone(() -> stands(leases, own, entry) && keep(own.key(), entry.asOf(own.asOf()), life));
    }

    /** Ends a lease that does not. */
    private boolean stands(MemoryLeases among, MemoryLease own, Entry<byte[]> entry) {
        boolean stands =
                among.isOut(own, now()) && !backend.marks().raisedSince(own.asOf(), entry.tags(), name, own.key());
        if (!stands) {
            among.end(own, now());
        }
        return stands;
    }

    @Override
    public Lease claim(Object key, Duration life) {
        return alone(() -> claims.grant(fresh(key, life)));
    }

    @Override
    public boolean replace(Lease claim, Entry<byte[]> entry, Duration life, @Nullable Mark others) {
        MemoryLease own = (MemoryLease) claim;
        return alone(() -> {
            boolean stands = stands(claims, own, entry);
            if (stands && others != null) {
                backend.marks().raise(others, InvalidationMode.HARD);
            }
            return stands && write(own.key(), entry, life);
        });
    }

    @Override
    public boolean renew(Lease lease, Duration life) {
        MemoryLease own = (MemoryLease) lease;
        return alone(() -> {
            boolean out = isOut(own);
            if (out) {
                own.endsAt(cells.deadline(life));
            }
            return out;
        });
    }

    @Override
    public void release(Lease lease) {
        alone(() -> {
            leases.end((MemoryLease) lease, now());
            claims.end((MemoryLease) lease, now());
        });
    }

    boolean isVoid(MemoryLease lease) {
        return alone(() -> !isOut(lease));
    }

    private boolean isOut(MemoryLease lease) {
        return leases.isOut(lease, now()) || claims.isOut(lease, now());
    }

    /** Under the lock. */
    boolean isInvalidated(MemoryLease lease) {
        return backend.marks().raisedSince(lease.asOf(), TaggedKey.tagsOf(lease.key()), name, lease.key());
    }

    @Override
    public void awaitChange(Object key, Duration atMost) throws InterruptedException {
        Duration remaining;
        CompletableFuture<Void> ended;
        backend.lock().lock();
        try {
            remaining = leases.remaining(key, now());
            ended = leases.ended(key);
        } finally {
            backend.lock().unlock();
        }
        if (remaining != null) {
            backend.time().await(ended, remaining.compareTo(atMost) < 0 ? remaining : atMost);
        }
    }

    @Override
    public boolean put(Object key, Entry<byte[]> entry, Duration life) {
        return alone(() -> write(key, entry, life));
    }

    @Override
    public boolean add(Object key, Entry<byte[]> entry, Duration life) {
        return alone(() -> {
            boolean free = cells.find(key) == null;
            boolean kept = !free || MemoryCells.isNone(life) || write(key, entry, life);
            return free && kept;
        });
    }

    @Override
    public boolean invalidate(Object key) {
        return alone(() -> {
            boolean held = cells.find(key) != null;
            drop(key);
            return held;
        });
    }

    @Override
    public void invalidate(Mark mark, InvalidationMode mode) {
        backend.raise(mark, mode);
    }

    @Override
    public boolean touch(Object key, Duration life) {
        return alone(() -> {
            boolean held = cells.find(key) != null;
            if (held && MemoryCells.isNone(life)) {
                drop(key);
            } else if (held) {
                cells.live(key, life);
            }
            return held;
        });
    }

    @Override
    public OptionalLong increment(Object key, long delta) {
        return alone(() -> {
            Entry<byte[]> entry = cells.find(key);
            if (entry == null) {
                return OptionalLong.empty();
            }
            if (!MemoryCell.isNumber(entry.value())) {
                throw new NotACounterException(name + ": a value is no whole number");
            }
            endAll(key);
            return OptionalLong.of(cells.plus(key, delta));
        });
    }

    @Override
    public StoreStats stats() {
        return alone(cells::stats);
    }

    byte[] bytes(String key) {
        return alone(() -> cells.bytes(key));
    }

    void overwrite(String key, byte[] bytes) {
        alone(() -> cells.overwrite(key, bytes));
    }

    /** Of now, whatever it was: all leases of the key are void. */
    private boolean write(Object key, Entry<byte[]> entry, Duration life) {
        claims.endAll(key);
        return keep(key, entry.asOf(backend.marks().number()), life);
    }

    /** Ends the leases of the key too, not its claims. */
    private boolean keep(Object key, Entry<byte[]> entry, Duration life) {
        leases.endAll(key);
        return cells.keep(key, entry, life);
    }

    private void drop(Object key) {
        endAll(key);
        cells.remove(key);
    }

    private void endAll(Object key) {
        leases.endAll(key);
        claims.endAll(key);
    }
}
