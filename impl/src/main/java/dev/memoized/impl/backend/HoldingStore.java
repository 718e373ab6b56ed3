package dev.memoized.impl.backend;

import dev.memoized.spi.Entry;
import dev.memoized.spi.ForwardingStore;
import dev.memoized.spi.Lease;
import dev.memoized.spi.LeaseAnswer;
import dev.memoized.spi.Mark;
import dev.memoized.spi.Store;
import dev.memoized.spi.TimeSource;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A store whose leases outlive this JVM by a short term only: there they live that long, and are renewed from here until
 * they have been given back or their life is over. So no key has to wait for the longest computation when its holder dies.
 * Claims stand in nobody's way and are left as they are.
 *
 * @param <V> the form of the values
 */
public final class HoldingStore<V> extends ForwardingStore<V> {
    private final Duration term;
    private final TimeSource time;

    /**
     * Puts itself before a store that other JVMs share.
     *
     * @param store of bounded operations
     * @param term how long a lease lives that nobody renews; a third of it is enough for an operation
     * @param time by which is renewed
     */
    public HoldingStore(Store<V> store, Duration term, TimeSource time) {
        super(store);
        this.term = term;
        this.time = time;
    }

    @Override
    public LeaseAnswer<V> lease(Object key, Duration life, boolean exclusive) {
        LeaseAnswer<V> answer = store().lease(key, Lives.shortest(term, life), exclusive);
        return answer instanceof LeaseAnswer.Granted<V> granted
                ? new LeaseAnswer.Granted<>(new Hold(granted.lease(), store(), term, time).until(life), granted.entry())
                : answer;
    }

    @Override
    public boolean publish(Lease lease, Entry<V> entry, Duration life) {
        return store().publish(ended(lease), entry, life);
    }

    @Override
    public boolean renew(Lease lease, Duration life) {
        if (lease instanceof Hold hold) {
            boolean stands = store().renew(hold.inner(), Lives.shortest(term, life));
            if (stands) {
                hold.until(life);
            }
            return stands;
        }
        return store().renew(lease, life);
    }

    @Override
    public void release(Lease lease) {
        store().release(ended(lease));
    }

    @Override
    public boolean replace(Lease claim, Entry<V> entry, Duration life, @Nullable Mark others) {
        return store().replace(ended(claim), entry, life, others);
    }

    private static Lease ended(Lease lease) {
        if (lease instanceof Hold hold) {
            hold.end();
            return hold.inner();
        }
        return lease;
    }
}
