package dev.memoized.tck.store;

import dev.memoized.spi.AtHand;
import dev.memoized.spi.ByteBackend;
import dev.memoized.spi.Entry;
import dev.memoized.spi.InvalidationMode;
import dev.memoized.spi.Lease;
import dev.memoized.spi.LeaseAnswer;
import dev.memoized.spi.Mark;
import dev.memoized.spi.Namespace;
import dev.memoized.spi.Store;
import dev.memoized.spi.StoreStats;
import java.time.Duration;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Each operation is another client's, but for those of a lease, which are its holder's. */
final class RotatingBackend implements ByteBackend {
    private final AtomicInteger turn = new AtomicInteger();
    private final List<? extends ByteBackend> members;
    private final Runnable settle;

    /**
     * What the clients do as one.
     *
     * @param settle waits until all know what one has invalidated or replaced
     */
    RotatingBackend(List<? extends ByteBackend> members, Runnable settle) {
        this.members = members;
        this.settle = settle;
    }

    @Override
    public Store<byte[]> open(Namespace namespace) {
        return new RotatingStore(
                members.stream().map(member -> member.open(namespace)).toList());
    }

    @Override
    public Set<Capability> capabilities() {
        return members.get(0).capabilities();
    }

    @Override
    public void close() {
        members.forEach(ByteBackend::close);
    }

    private final class RotatingStore implements Store<byte[]> {
        private final Map<Lease, Store<byte[]>> holders = Collections.synchronizedMap(new IdentityHashMap<>());
        private final List<Store<byte[]>> stores;

        private RotatingStore(List<Store<byte[]>> stores) {
            this.stores = stores;
        }

        private Store<byte[]> next() {
            return stores.get(Math.floorMod(turn.getAndIncrement(), stores.size()));
        }

        private Store<byte[]> holder(Lease lease) {
            return Objects.requireNonNullElseGet(holders.get(lease), () -> stores.get(0));
        }

        @Override
        public @Nullable Entry<byte[]> read(Object key, long now) {
            return next().read(key, now);
        }

        @Override
        public @Nullable AtHand<byte[]> readAtHand(Object key, long now) {
            return next().readAtHand(key, now);
        }

        @Override
        public LeaseAnswer<byte[]> lease(Object key, Duration life, boolean exclusive) {
            Store<byte[]> store = next();
            LeaseAnswer<byte[]> answer = store.lease(key, life, exclusive);
            if (answer instanceof LeaseAnswer.Granted<byte[]> granted) {
                holders.put(granted.lease(), store);
            }
            return answer;
        }

        @Override
        public boolean publish(Lease lease, Entry<byte[]> entry, Duration life) {
            return holder(lease).publish(lease, entry, life);
        }

        @Override
        public @Nullable Lease claim(Object key, Duration life) {
            Store<byte[]> store = next();
            Lease claim = store.claim(key, life);
            holders.put(Objects.requireNonNull(claim), store);
            return claim;
        }

        @Override
        public boolean replace(Lease claim, Entry<byte[]> entry, Duration life, @Nullable Mark others) {
            boolean isReplaced = holder(claim).replace(claim, entry, life, others);
            settle.run();
            return isReplaced;
        }

        @Override
        public boolean renew(Lease lease, Duration life) {
            return holder(lease).renew(lease, life);
        }

        @Override
        public void release(Lease lease) {
            holder(lease).release(lease);
        }

        @Override
        public void awaitChange(Object key, Duration atMost) throws InterruptedException {
            next().awaitChange(key, atMost);
        }

        @Override
        public boolean put(Object key, Entry<byte[]> entry, Duration life) {
            return next().put(key, entry, life);
        }

        @Override
        public boolean add(Object key, Entry<byte[]> entry, Duration life) {
            return next().add(key, entry, life);
        }

        @Override
        public boolean invalidate(Object key) {
            boolean wasThere = next().invalidate(key);
            settle.run();
            return wasThere;
        }

        @Override
        public void invalidate(Mark mark, InvalidationMode mode) {
            next().invalidate(mark, mode);
            settle.run();
        }

        @Override
        public boolean touch(Object key, Duration life) {
            return next().touch(key, life);
        }

        @Override
        public OptionalLong increment(Object key, long delta) {
            return next().increment(key, delta);
        }

        @Override
        public StoreStats stats() {
            return next().stats();
        }
    }
}
