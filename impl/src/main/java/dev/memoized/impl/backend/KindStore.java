package dev.memoized.impl.backend;

import dev.memoized.spi.Entry;
import dev.memoized.spi.ForwardingStore;
import dev.memoized.spi.LeaseAnswer;
import dev.memoized.spi.Store;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A store of values of one kind: others, which another view of the same namespace has stored, are not seen. */
public final class KindStore extends ForwardingStore<Object> {
    private final Kind kind;

    /**
     * Puts itself before a store.
     *
     * @param store of values of any kind
     * @param kind that is seen
     */
    public KindStore(Store<Object> store, Kind kind) {
        super(store);
        this.kind = kind;
    }

    @Override
    public @Nullable Entry<Object> read(Object key, long now) {
        return seen(store().read(key, now));
    }

    @Override
    public LeaseAnswer<Object> lease(Object key, Duration life, boolean exclusive) {
        LeaseAnswer<Object> answer = store().lease(key, life, exclusive);
        if (answer instanceof LeaseAnswer.Busy<Object> busy) {
            return new LeaseAnswer.Busy<>(seen(busy.entry()), busy.remaining());
        }
        return new LeaseAnswer.Granted<>(((LeaseAnswer.Granted<Object>) answer).lease(), seen(answer.entry()));
    }

    @Override
    public Map<Object, Entry<Object>> readAll(Collection<?> keys, long now) {
        Map<Object, Entry<Object>> found = new HashMap<>();
        store().readAll(keys, now).forEach((key, entry) -> {
            Entry<Object> seen = seen(entry);
            if (seen != null) {
                found.put(key, seen);
            }
        });
        return found;
    }

    private @Nullable Entry<Object> seen(@Nullable Entry<Object> entry) {
        Object value = entry == null ? null : entry.value();
        if (entry == null || value == null) {
            return entry;
        }
        if (!kind.fits(value)) {
            return null;
        }
        Object seen = kind.seen(value);
        return value.equals(seen) ? entry : entry.withValue(seen);
    }
}
