package dev.memoized.impl.engine;

import dev.memoized.spi.Entry;
import dev.memoized.spi.ForwardingStore;
import dev.memoized.spi.Lease;
import dev.memoized.spi.LeaseAnswer;
import dev.memoized.spi.Store;
import java.time.Duration;

/** A store whose leases do not tell that they are void: who calls after an invalidation may join what began before it. */
final class NeverVoid extends ForwardingStore<Object> {
    NeverVoid(Store<Object> store) {
        super(store);
    }

    @Override
    public LeaseAnswer<Object> lease(Object key, Duration life, boolean exclusive) {
        LeaseAnswer<Object> answer = super.lease(key, life, exclusive);
        return answer instanceof LeaseAnswer.Granted<Object> granted
                ? new LeaseAnswer.Granted<>(new Blind(granted.lease()), answer.entry())
                : answer;
    }

    @Override
    public boolean publish(Lease lease, Entry<Object> entry, Duration life) {
        return super.publish(((Blind) lease).lease(), entry, life);
    }

    @Override
    public void release(Lease lease) {
        super.release(((Blind) lease).lease());
    }

    private record Blind(Lease lease) implements Lease {
        @Override
        public Object key() {
            return lease.key();
        }

        @Override
        public long asOf() {
            return lease.asOf();
        }

        @Override
        public boolean isVoid() {
            return false;
        }
    }
}
