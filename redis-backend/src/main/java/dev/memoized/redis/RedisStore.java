package dev.memoized.redis;

import dev.memoized.NotACounterException;
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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A namespace in Redis. */
final class RedisStore implements Store<byte[]> {
    private final Namespace namespace;
    private final Shared shared;
    private final Access access;
    private final Judge judge;
    private final Leasing leasing;

    RedisStore(Namespace namespace, Shared shared) {
        this.namespace = namespace;
        this.shared = shared;
        this.access = shared.access();
        this.judge = new Judge(shared);
        this.leasing = new Leasing(namespace, judge, shared);
    }

    @Override
    public @Nullable Entry<byte[]> read(Object key, long now) {
        return access.read(List.of(scope(key)), judge).get(0);
    }

    @Override
    public Map<Object, Entry<byte[]>> readAll(Collection<?> keys, long now) {
        List<Object> all = List.copyOf(keys);
        List<@Nullable Entry<byte[]>> answer =
                access.read(all.stream().map(this::scope).toList(), judge);
        Map<Object, Entry<byte[]>> found = new HashMap<>();
        for (int i = 0; i < all.size(); i++) {
            Entry<byte[]> entry = answer.get(i);
            if (entry != null) {
                found.put(all.get(i), entry);
            }
        }
        return found;
    }

    @Override
    public LeaseAnswer<byte[]> lease(Object key, Duration life, boolean exclusive) {
        return leasing.lease(key, life, exclusive);
    }

    @Override
    public boolean publish(Lease lease, Entry<byte[]> entry, Duration life) {
        return leasing.publish((RedisLease) lease, entry, life);
    }

    @Override
    public Lease claim(Object key, Duration life) {
        return leasing.claim(key, life);
    }

    @Override
    public boolean replace(Lease claim, Entry<byte[]> entry, Duration life, @Nullable Mark others) {
        return leasing.replace((RedisLease) claim, entry, life, others);
    }

    @Override
    public boolean renew(Lease lease, Duration life) {
        return leasing.renew((RedisLease) lease, life);
    }

    @Override
    public void release(Lease lease) {
        leasing.release((RedisLease) lease);
    }

    @Override
    public void awaitChange(Object key, Duration atMost) throws InterruptedException {
        leasing.awaitChange(key, atMost);
    }

    @Override
    public boolean put(Object key, Entry<byte[]> entry, Duration life) {
        return store("put", key, entry, life);
    }

    @Override
    public boolean add(Object key, Entry<byte[]> entry, Duration life) {
        return store("add", key, entry, life);
    }

    private Scope scope(Object key) {
        return shared.scope(key, namespace);
    }

    private boolean store(String manner, Object key, Entry<byte[]> entry, Duration life) {
        Form.Parts parts = Form.parts(entry);
        Scope scope = scope(key);
        Done done = access.once(
                Done::of,
                Script.PUT,
                scope,
                entry.tags(),
                Form.ascii(manner),
                Form.life(life),
                leasing.age(entry),
                parts.digits(),
                parts.facts());
        shared.leases().changed(scope.id(), done.ended());
        return done.is(1);
    }

    @Override
    public boolean invalidate(Object key) {
        Scope scope = scope(key);
        shared.leases().endOut(scope.id());
        Done done = access.delete(scope);
        shared.leases().changed(scope.id(), done.ended());
        return done.is(1);
    }

    @Override
    public void invalidate(Mark mark, InvalidationMode mode) {
        shared.raise(mark, mode);
    }

    @Override
    public boolean touch(Object key, Duration life) {
        Scope scope = scope(key);
        Done done = access.once(Done::of, Script.TOUCH, scope, Set.of(), Form.life(life));
        shared.leases().changed(scope.id(), done.ended());
        return done.is(1);
    }

    @Override
    public OptionalLong increment(Object key, long delta) {
        Scope scope = scope(key);
        Counted counted = access.once(Counted::of, Script.INCREMENT, scope, Set.of(), Form.ascii(delta));
        if (!counted.isCounter()) {
            throw new NotACounterException(namespace.name() + ": a value is no whole number");
        }
        shared.leases().changed(scope.id(), counted.ended());
        return counted.sum();
    }

    @Override
    public StoreStats stats() {
        return new StoreStats(-1, -1, judge.unreadable());
    }
}
