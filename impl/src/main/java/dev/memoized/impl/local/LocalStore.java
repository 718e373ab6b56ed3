package dev.memoized.impl.local;

import dev.memoized.spi.Entry;
import dev.memoized.spi.InvalidationMode;
import dev.memoized.spi.Lease;
import dev.memoized.spi.LeaseAnswer;
import dev.memoized.spi.Mark;
import dev.memoized.spi.Namespace;
import dev.memoized.spi.Store;
import dev.memoized.spi.StoreStats;
import java.time.Duration;
import java.util.Collection;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** A namespace on a shelf; leases and marks live beside it. */
sealed class LocalStore implements Store<Object> permits LockingStore {
    private final Namespace namespace;
    private final LocalBackend backend;
    private final Scope scope;
    private final Shelf shelf;
    private final Leases leases;
    private volatile boolean closed;

    LocalStore(Namespace namespace, LocalBackend backend, Shelf shelf, int stripes) {
        this.namespace = namespace;
        this.backend = backend;
        this.scope = backend.scope(namespace.name());
        this.shelf = shelf;
        this.leases = new Leases(scope, stripes);
    }

    @Override
    public @Nullable Entry<Object> read(Object key, long now) {
        return shelf.read(key, now);
    }

    @Override
    public LeaseAnswer<Object> lease(Object key, Duration life, boolean exclusive) {
        try (Turn turn = turn(key)) {
            Entry<Object> entry = shelf.read(key, turn.now());
            Slot out = turn.out();
            if (exclusive && out != null) {
                return new LeaseAnswer.Busy<>(entry, Duration.ofNanos(out.remaining(turn.now())));
            }
            return new LeaseAnswer.Granted<>(turn.grant(life), entry);
        }
    }

    @Override
    public boolean publish(Lease lease, Entry<Object> entry, Duration life) {
        LocalLease own = (LocalLease) lease;
        try (Turn turn = turn(own.key())) {
            if (closed || !turn.isOut(own) || scope.raisedSince(own.asOf(), entry.tags(), own.key())) {
                turn.end(own);
                return false;
            }
            turn.endLeases();
            keep(turn, own.key(), entry.asOf(own.asOf()), life);
            return true;
        }
    }

    @Override
    public Lease claim(Object key, Duration life) {
        LocalLease claim;
        try (Turn turn = turn(key)) {
            claim = turn.claim(life);
        }
        leases.endOldClaims(claim, backend.time().nanos());
        return claim;
    }

    @Override
    public boolean replace(Lease claim, Entry<Object> entry, Duration life, @Nullable Mark others) {
        LocalLease own = (LocalLease) claim;
        try (Turn turn = turn(own.key())) {
            BooleanSupplier stands =
                    () -> !closed && turn.isClaimed(own) && !scope.raisedSince(own.asOf(), entry.tags(), own.key());
            Runnable replacing = () -> write(turn, own.key(), entry, life);
            boolean stood = others == null ? stands.getAsBoolean() : turn.raise(others, stands, replacing);
            if (!stood) {
                turn.end(own);
            } else if (others == null) {
                replacing.run();
            }
            return stood;
        }
    }

    @Override
    public boolean renew(Lease lease, Duration life) {
        LocalLease own = (LocalLease) lease;
        try (Turn turn = turn(own.key())) {
            boolean out = turn.isOut(own) || turn.isClaimed(own);
            if (out) {
                own.renew(Deadline.after(turn.now(), life));
            }
            return out;
        }
    }

    @Override
    public void release(Lease lease) {
        try (Turn turn = turn(lease.key())) {
            turn.end((LocalLease) lease);
        }
    }

    @Override
    public void awaitChange(Object key, Duration atMost) throws InterruptedException {
        CompletableFuture<Void> end;
        Duration remaining;
        try (Turn turn = turn(key)) {
            Slot out = turn.out();
            if (out == null) {
                return;
            }
            end = out.ended();
            remaining = Duration.ofNanos(out.remaining(turn.now()));
        }
        backend.time().await(end, remaining.compareTo(atMost) < 0 ? remaining : atMost);
    }

    @Override
    public boolean put(Object key, Entry<Object> entry, Duration life) {
        try (Turn turn = turn(key)) {
            write(turn, key, entry, life);
            return !closed;
        }
    }

    @Override
    public boolean add(Object key, Entry<Object> entry, Duration life) {
        try (Turn turn = turn(key)) {
            boolean free = shelf.find(key, turn.now()) == null;
            if (free && !Deadline.isNone(life)) {
                write(turn, key, entry, life);
            }
            return free;
        }
    }

    @Override
    public boolean invalidate(Object key) {
        try (Turn turn = turn(key)) {
            boolean held = shelf.find(key, turn.now()) != null;
            drop(turn, key);
            return held;
        }
    }

    @Override
    public void invalidate(Mark mark, InvalidationMode mode) {
        backend.invalidate(mark, mode);
    }

    @Override
    public boolean touch(Object key, Duration life) {
        try (Turn turn = turn(key)) {
            Node node = shelf.find(key, turn.now());
            if (node == null) {
                return false;
            }
            if (Deadline.isNone(life)) {
                drop(turn, key);
            } else {
                shelf.keep(key, new Node(node.entry(), Deadline.after(turn.now(), life)));
            }
            return true;
        }
    }

    @Override
    public OptionalLong increment(Object key, long delta) {
        try (Turn turn = turn(key)) {
            Node node = shelf.find(key, turn.now());
            if (node == null) {
                return OptionalLong.empty();
            }
            Counter sum = Counter.of(node.entry().value(), namespace).plus(delta);
            turn.endAll();
            shelf.keep(key, new Node(node.entry().withValue(sum.value()), node.deadline()));
            return OptionalLong.of(sum.number());
        }
    }

    @Override
    public @Nullable Collection<Object> keys(long now) {
        return shelf.keys(now);
    }

    @Override
    public StoreStats stats() {
        return shelf.stats();
    }

    final Turn turn(Object key) {
        return leases.turn(key, backend.time().nanos());
    }

    /** Of now, whatever it was: all leases of the key are void. */
    private void write(Turn turn, Object key, Entry<Object> entry, Duration life) {
        turn.endAll();
        keep(turn, key, entry.asOf(scope.number()), life);
    }

    private void keep(Turn turn, Object key, Entry<Object> entry, Duration life) {
        if (closed || Deadline.isNone(life)) {
            shelf.remove(key);
        } else {
            shelf.keep(key, new Node(entry, Deadline.after(turn.now(), life)));
        }
    }

    private void drop(Turn turn, Object key) {
        turn.endAll();
        shelf.remove(key);
    }

    /** How many keys have leases that nobody has ended. */
    int leased() {
        return leases.size();
    }

    /** Gives the memory back; what lies there is gone already by a mark. */
    void clear() {
        shelf.clear();
    }

    void close() {
        closed = true;
        scope.all().alone(this::clear);
        leases.endAll(backend.time().nanos());
    }
}
