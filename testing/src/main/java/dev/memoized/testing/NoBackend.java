package dev.memoized.testing;

import dev.memoized.spi.Entry;
import dev.memoized.spi.InvalidationMode;
import dev.memoized.spi.Lease;
import dev.memoized.spi.LeaseAnswer;
import dev.memoized.spi.Mark;
import dev.memoized.spi.Namespace;
import dev.memoized.spi.ObjectBackend;
import dev.memoized.spi.Store;
import dev.memoized.spi.StoreStats;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A backend that keeps nothing: for tests that want every call computed, with all of the library in its way. Reads find
 * nothing; leases are granted to all who ask, never void, and their results refused; values are not taken; an addition finds
 * its key free; what is taken away, touched or counted was not there. Thread-safe.
 */
public final class NoBackend implements ObjectBackend {

    /** One like all others. */
    public NoBackend() {}

    @Override
    public Store<Object> open(Namespace namespace) {
        return new NoStore();
    }

    @Override
    public Set<Capability> capabilities() {
        return Set.of(Capability.BY_REFERENCE);
    }

    private record NoLease(Object key) implements Lease {
        @Override
        public long asOf() {
            return 0;
        }

        @Override
        public boolean isVoid() {
            return false;
        }
    }

    private static final class NoStore implements Store<Object> {
        @Override
        public @Nullable Entry<Object> read(Object key, long now) {
            return null;
        }

        @Override
        public LeaseAnswer<Object> lease(Object key, Duration life, boolean exclusive) {
            return new LeaseAnswer.Granted<>(new NoLease(key), null);
        }

        @Override
        public boolean publish(Lease lease, Entry<Object> entry, Duration life) {
            return false;
        }

        @Override
        public boolean renew(Lease lease, Duration life) {
            return true;
        }

        @Override
        public void release(Lease lease) {}

        @Override
        public void awaitChange(Object key, Duration atMost) {}

        @Override
        public boolean put(Object key, Entry<Object> entry, Duration life) {
            return false;
        }

        @Override
        public boolean add(Object key, Entry<Object> entry, Duration life) {
            return true;
        }

        @Override
        public boolean invalidate(Object key) {
            return false;
        }

        @Override
        public void invalidate(Mark mark, InvalidationMode mode) {}

        @Override
        public boolean touch(Object key, Duration life) {
            return false;
        }

        @Override
        public OptionalLong increment(Object key, long delta) {
            return OptionalLong.empty();
        }

        @Override
        public StoreStats stats() {
            return new StoreStats(0, 0, 0);
        }
    }
}
