package dev.memoized.testing;

import dev.memoized.NotACounterException;
import dev.memoized.spi.Entry;
import dev.memoized.spi.Envelope;
import dev.memoized.spi.InvalidationMode;
import dev.memoized.spi.Lease;
import dev.memoized.spi.LeaseAnswer;
import dev.memoized.spi.Mark;
import dev.memoized.spi.Store;
import dev.memoized.spi.StoreStats;
import dev.memoized.spi.TaggedKey;
import dev.memoized.testing.MemoryLeases.MemoryLease;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A namespace of a {@link MemoryByteBackend}. */
final class MemoryByteStore implements Store<byte[]> {
    private static final Duration LONGEST = Duration.ofNanos(Long.MAX_VALUE / 2);

    private final Map<String, MemoryCell> cells = new HashMap<>();
    private final MemoryLeases leases = new MemoryLeases();
    private final MemoryLeases claims = new MemoryLeases();
    private final String name;
    private final MemoryByteBackend backend;
    private long unreadable;

    MemoryByteStore(String name, MemoryByteBackend backend) {
        this.name = name;
        this.backend = backend;
    }

    static String text(Object key) {
        return key instanceof TaggedKey tagged ? text(tagged.key()) : (String) key;
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

    private @Nullable Entry<byte[]> find(Object key) {
        MemoryCell cell = cells.get(text(key));
        if (cell == null || cell.deadline() - now() <= 0) {
            return null;
        }
        if (cell.content(backend.largest()) instanceof Envelope.Whole whole) {
            return backend.marks().left(cell.counted(whole.entry()), name, key);
        }
        unreadable++;
        return null;
    }

    @Override
    public @Nullable Entry<byte[]> read(Object key, long now) {
        return alone(() -> Optional.ofNullable(find(key))).orElse(null);
    }

    @Override
    public LeaseAnswer<byte[]> lease(Object key, Duration life, boolean exclusive) {
        return alone(() -> {
            Duration remaining = leases.remaining(key, now());
            if (exclusive && remaining != null) {
                return new LeaseAnswer.Busy<>(find(key), remaining);
            }
            return new LeaseAnswer.Granted<>(leases.grant(fresh(key, life)), find(key));
        });
    }

    private MemoryLease fresh(Object key, Duration life) {
        MemoryLease lease = new MemoryLease(key, backend.marks().number(), this);
        lease.endsAt(deadline(life));
        return lease;
    }

    @Override
    public boolean publish(Lease lease, Entry<byte[]> entry, Duration life) {
        MemoryLease own = (MemoryLease) lease;
        return alone(() -> {
            boolean out =
                    leases.isOut(own, now()) && !backend.marks().raisedSince(own.asOf(), entry.tags(), name, own.key());
            if (!out) {
                leases.end(own, now());
            }
            return out && keep(own.key(), entry.asOf(own.asOf()), life);
        });
    }

    @Override
    public Lease claim(Object key, Duration life) {
        return alone(() -> claims.grant(fresh(key, life)));
    }

    @Override
    public boolean replace(Lease claim, Entry<byte[]> entry, Duration life, @Nullable Mark others) {
        MemoryLease own = (MemoryLease) claim;
        return alone(() -> {
            boolean stands =
                    claims.isOut(own, now()) && !backend.marks().raisedSince(own.asOf(), entry.tags(), name, own.key());
            if (!stands) {
                claims.end(own, now());
                return false;
            }
            if (others != null) {
                backend.marks().raise(others, InvalidationMode.HARD);
            }
            return write(own.key(), entry, life);
        });
    }

    @Override
    public boolean renew(Lease lease, Duration life) {
        MemoryLease own = (MemoryLease) lease;
        return alone(() -> {
            boolean out = isOut(own);
            if (out) {
                own.endsAt(deadline(life));
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
            boolean free = find(key) == null;
            boolean kept = !free || isNone(life) || write(key, entry, life);
            return free && kept;
        });
    }

    @Override
    public boolean invalidate(Object key) {
        return alone(() -> {
            boolean held = find(key) != null;
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
            boolean held = find(key) != null;
            if (held && isNone(life)) {
                drop(key);
            } else if (held) {
                cells.computeIfPresent(text(key), (same, cell) -> cell.until(deadline(life)));
            }
            return held;
        });
    }

    @Override
    public OptionalLong increment(Object key, long delta) {
        return alone(() -> {
            Entry<byte[]> entry = find(key);
            if (entry == null) {
                return OptionalLong.empty();
            }
            if (!MemoryCell.isNumber(entry.value())) {
                throw new NotACounterException(name + ": a value is no whole number");
            }
            endAll(key);
            MemoryCell cell = Objects.requireNonNull(cells.get(text(key))).plus(delta);
            cells.put(text(key), cell);
            return OptionalLong.of(cell.number());
        });
    }

    @Override
    public StoreStats stats() {
        return alone(() -> new StoreStats(cells.size(), 0, unreadable));
    }

    byte[] bytes(String key) {
        return alone(() -> {
            MemoryCell cell = cells.get(key);
            return cell == null ? new byte[0] : cell.bytes();
        });
    }

    void overwrite(String key, byte[] bytes) {
        alone(() -> cells.computeIfPresent(key, (same, cell) -> cell.of(bytes)));
    }

    /** Of now, whatever it was: all leases of the key are void. */
    private boolean write(Object key, Entry<byte[]> entry, Duration life) {
        claims.endAll(key);
        return keep(key, entry.asOf(backend.marks().number()), life);
    }

    /** Ends the leases of the key too, not its claims. */
    private boolean keep(Object key, Entry<byte[]> entry, Duration life) {
        MemoryCell cell = MemoryCell.of(entry, deadline(life));
        boolean taken = cell.size() <= backend.largest();
        leases.endAll(key);
        cells.remove(text(key));
        if (taken && !isNone(life)) {
            cells.put(text(key), cell);
        }
        return taken;
    }

    private void drop(Object key) {
        endAll(key);
        cells.remove(text(key));
    }

    private void endAll(Object key) {
        leases.endAll(key);
        claims.endAll(key);
    }

    private long deadline(Duration life) {
        return now() + (life.compareTo(LONGEST) < 0 ? life : LONGEST).toNanos();
    }

    private static boolean isNone(Duration life) {
        return life.isZero() || life.isNegative();
    }
}
