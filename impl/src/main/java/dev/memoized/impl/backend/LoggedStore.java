package dev.memoized.impl.backend;

import dev.memoized.impl.log.Log;
import dev.memoized.impl.log.StoreMessage;
import dev.memoized.spi.Entry;
import dev.memoized.spi.ForwardingStore;
import dev.memoized.spi.InvalidationMode;
import dev.memoized.spi.Lease;
import dev.memoized.spi.LeaseAnswer;
import dev.memoized.spi.Mark;
import dev.memoized.spi.Namespace;
import dev.memoized.spi.Store;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Tells the log, at level DEBUG, of each operation and its outcome. Keys and names of tags are told by the beginning of a
 * digest, values not at all. Where DEBUG is off, each operation costs that question.
 *
 * @param <V> the form of the values
 */
public final class LoggedStore<V> extends ForwardingStore<V> {
    private final String name;
    private final Digests digests;
    private final Log log;

    /**
     * Puts itself before a store.
     *
     * @param store that does the work
     * @param namespace of the store
     * @param log is told
     */
    public LoggedStore(Store<V> store, Namespace namespace, Log log) {
        super(store);
        this.name = namespace.name();
        this.digests = new Digests(namespace);
        this.log = log;
    }

    private <T extends @Nullable Object> T told(
            String operation, Object key, Supplier<T> work, Function<T, ?> outcome) {
        return tell(operation, digests.ofKey(key), work, outcome);
    }

    private <T extends @Nullable Object> T tell(
            String operation, String subject, Supplier<T> work, Function<T, ?> outcome) {
        try {
            T answer = work.get();
            log.debug(StoreMessage.STORE_OPERATION, name, operation, subject, outcome.apply(answer));
            return answer;
        } catch (RuntimeException | Error failure) {
            log.debug(
                    StoreMessage.STORE_OPERATION,
                    name,
                    operation,
                    subject,
                    failure.getClass().getName());
            throw failure;
        }
    }

    private static String found(@Nullable Entry<?> entry) {
        if (entry == null) {
            return "nothing";
        }
        return entry.softlyInvalidated() ? "stale" : "found";
    }

    @Override
    public @Nullable Entry<V> read(Object key, long now) {
        return log.isDebug()
                ? this.<@Nullable Entry<V>>told("read", key, () -> store().read(key, now), LoggedStore::found)
                : store().read(key, now);
    }

    @Override
    public Map<Object, Entry<V>> readAll(Collection<?> keys, long now) {
        return log.isDebug()
                ? tell("readAll", keys.size() + " keys", () -> store().readAll(keys, now), Map::size)
                : store().readAll(keys, now);
    }

    @Override
    public LeaseAnswer<V> lease(Object key, Duration life, boolean exclusive) {
        return log.isDebug()
                ? told("lease", key, () -> store().lease(key, life, exclusive), LoggedStore::granted)
                : store().lease(key, life, exclusive);
    }

    private static String granted(LeaseAnswer<?> answer) {
        return (answer instanceof LeaseAnswer.Granted ? "granted, " : "busy, ") + found(answer.entry());
    }

    @Override
    public boolean publish(Lease lease, Entry<V> entry, Duration life) {
        return log.isDebug()
                ? told("publish", lease.key(), () -> store().publish(lease, entry, life), taken -> taken)
                : store().publish(lease, entry, life);
    }

    @Override
    public @Nullable Lease claim(Object key, Duration life) {
        return log.isDebug()
                ? this.<@Nullable Lease>told(
                        "claim", key, () -> store().claim(key, life), claim -> claim == null ? "not told" : "done")
                : store().claim(key, life);
    }

    @Override
    public boolean replace(Lease claim, Entry<V> entry, Duration life, @Nullable Mark others) {
        return log.isDebug()
                ? told("replace", claim.key(), () -> store().replace(claim, entry, life, others), taken -> taken)
                : store().replace(claim, entry, life, others);
    }

    @Override
    public boolean renew(Lease lease, Duration life) {
        return log.isDebug()
                ? told("renew", lease.key(), () -> store().renew(lease, life), renewed -> renewed)
                : store().renew(lease, life);
    }

    @Override
    public void release(Lease lease) {
        if (log.isDebug()) {
            told("release", lease.key(), done(() -> store().release(lease)), done -> "done");
        } else {
            store().release(lease);
        }
    }

    private static Supplier<Boolean> done(Runnable work) {
        return () -> {
            work.run();
            return true;
        };
    }

    @Override
    public boolean put(Object key, Entry<V> entry, Duration life) {
        return log.isDebug()
                ? told("put", key, () -> store().put(key, entry, life), taken -> taken)
                : store().put(key, entry, life);
    }

    @Override
    public boolean putAll(Map<?, Entry<V>> entries, Duration life) {
        return log.isDebug()
                ? tell("putAll", entries.size() + " keys", () -> store().putAll(entries, life), taken -> taken)
                : store().putAll(entries, life);
    }

    @Override
    public boolean add(Object key, Entry<V> entry, Duration life) {
        return log.isDebug()
                ? told("add", key, () -> store().add(key, entry, life), added -> added)
                : store().add(key, entry, life);
    }

    @Override
    public boolean invalidate(Object key) {
        return log.isDebug()
                ? told("invalidate", key, () -> store().invalidate(key), held -> held)
                : store().invalidate(key);
    }

    @Override
    public void invalidate(Mark mark, InvalidationMode mode) {
        if (log.isDebug()) {
            tell(
                    "invalidate " + mode,
                    digests.ofMark(mark),
                    done(() -> store().invalidate(mark, mode)),
                    done -> "done");
        } else {
            store().invalidate(mark, mode);
        }
    }

    @Override
    public void invalidateAll(Collection<?> keys) {
        if (log.isDebug()) {
            tell("invalidateAll", keys.size() + " keys", done(() -> store().invalidateAll(keys)), done -> "done");
        } else {
            store().invalidateAll(keys);
        }
    }

    @Override
    public boolean touch(Object key, Duration life) {
        return log.isDebug()
                ? told("touch", key, () -> store().touch(key, life), held -> held)
                : store().touch(key, life);
    }

    @Override
    public OptionalLong increment(Object key, long delta) {
        return log.isDebug()
                ? told(
                        "increment",
                        key,
                        () -> store().increment(key, delta),
                        sum -> sum.isPresent() ? "done" : "nothing")
                : store().increment(key, delta);
    }
}
