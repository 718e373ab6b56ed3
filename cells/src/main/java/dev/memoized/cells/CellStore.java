package dev.memoized.cells;

import dev.memoized.BackendException;
import dev.memoized.NotACounterException;
import dev.memoized.spi.AtHand;
import dev.memoized.spi.Entry;
import dev.memoized.spi.InvalidationMode;
import dev.memoized.spi.Lease;
import dev.memoized.spi.LeaseAnswer;
import dev.memoized.spi.Mark;
import dev.memoized.spi.Namespace;
import dev.memoized.spi.Store;
import dev.memoized.spi.StoreStats;
import java.time.Duration;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** A namespace. */
final class CellStore implements Store<byte[]> {
    private final Namespace namespace;
    private final Scopes scopes;
    private final Opening opening;

    CellStore(Namespace namespace, Names names, Opening opening) {
        this.namespace = namespace;
        this.scopes = new Scopes(names, namespace);
        this.opening = opening;
    }

    private <T, X extends Exception> T in(Opening.Operation<T, X> operation) throws X {
        return opening.in(operation);
    }

    private Scope scope(Object key) {
        return scopes.of(key);
    }

    @Override
    public @Nullable Entry<byte[]> read(Object key, long now) {
        Scope scope = scope(key);
        return in(shared -> shared.found(scope)).orElse(null);
    }

    @Override
    public @Nullable AtHand<byte[]> readAtHand(Object key, long now) {
        Scope scope = scope(key);
        return opening.ifThere(shared -> shared.atHand(scope)).orElse(null);
    }

    @Override
    public LeaseAnswer<byte[]> lease(Object key, Duration life, boolean exclusive) {
        return in(shared -> shared.leasing().lease(scope(key), life, exclusive));
    }

    @Override
    public boolean publish(Lease lease, Entry<byte[]> entry, Duration life) {
        return in(shared -> shared.leasing().publish((CellLease) lease, entry, life));
    }

    @Override
    public Lease claim(Object key, Duration life) {
        return in(shared -> shared.leasing().claim(scope(key), life));
    }

    @Override
    public boolean replace(Lease claim, Entry<byte[]> entry, Duration life, @Nullable Mark others) {
        return in(shared -> shared.leasing().replace((CellLease) claim, entry, life, others));
    }

    @Override
    public boolean renew(Lease lease, Duration life) {
        return in(shared -> shared.leasing().renew((CellLease) lease, life));
    }

    @Override
    public void release(Lease lease) {
        in(shared -> shared.leasing().release((CellLease) lease));
    }

    @Override
    public void awaitChange(Object key, Duration atMost) throws InterruptedException {
        try {
            in(shared -> {
                shared.leasing().awaitChange(scope(key), atMost);
                return true;
            });
        } catch (BackendException failure) {
            if (Thread.interrupted()) {
                throw (InterruptedException) new InterruptedException().initCause(failure);
            }
            throw failure;
        }
    }

    @Override
    public boolean put(Object key, Entry<byte[]> entry, Duration life) {
        return in(shared -> shared.writing().put(scope(key), entry, life));
    }

    @Override
    public boolean add(Object key, Entry<byte[]> entry, Duration life) {
        return in(shared -> shared.writing().add(scope(key), entry, life));
    }

    @Override
    public boolean invalidate(Object key) {
        return in(shared -> shared.writing().delete(scope(key)));
    }

    @Override
    public void invalidate(Mark mark, InvalidationMode mode) {
        in(shared -> shared.raise(mark, mode));
    }

    @Override
    public boolean touch(Object key, Duration life) {
        return in(shared -> shared.writing().touch(scope(key), life));
    }

    @Override
    public OptionalLong increment(Object key, long delta) {
        return in(shared -> shared.writing().increment(scope(key), delta, this::refused));
    }

    private NotACounterException refused() {
        return new NotACounterException(namespace.name() + ": a value is no whole number");
    }

    @Override
    public StoreStats stats() {
        return new StoreStats(-1, -1, opening.unreadable());
    }
}
