package dev.memoized.impl.backend;

import dev.memoized.spi.AtHand;
import dev.memoized.spi.Entry;
import dev.memoized.spi.ForwardingStore;
import dev.memoized.spi.Lease;
import dev.memoized.spi.LeaseAnswer;
import dev.memoized.spi.Mark;
import dev.memoized.spi.Store;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A store whose leases are void too once an invalidation of theirs waits for it: what such a lease was taken for is not
 * stored, whatever the store thinks of it.
 *
 * @param <V> the form of the values
 */
final class LendingStore<V> extends ForwardingStore<V> {
    private final Target target;
    private final Lent lent;

    LendingStore(Store<V> store, Target target, Lent lent) {
        super(store);
        this.target = target;
        this.lent = lent;
    }

    /** A lease of the store behind. */
    private record Lending(Lease inner, Loan loan) implements Lease {
        @Override
        public Object key() {
            return inner.key();
        }

        @Override
        public long asOf() {
            return inner.asOf();
        }

        @Override
        public boolean isVoid() {
            return loan.isOver() || inner.isVoid();
        }
    }

    private static Lease inner(Lease lease) {
        return ((Lending) lease).inner();
    }

    private static boolean isOver(Lease lease) {
        return ((Lending) lease).loan().isOver();
    }

    /** What has come of a lease is known, or will not be. */
    void ended(Lease lease) {
        lent.end(((Lending) lease).loan());
    }

    @Override
    public @Nullable AtHand<V> readAtHand(Object key, long now) {
        return store().readAtHand(key, now);
    }

    @Override
    public LeaseAnswer<V> lease(Object key, Duration life, boolean exclusive) {
        Loan loan = lent.begin(target, key, life);
        boolean isGranted = false;
        try {
            LeaseAnswer<V> answer = store().lease(key, life, exclusive);
            if (!(answer instanceof LeaseAnswer.Granted<V> granted)) {
                return answer;
            }
            isGranted = true;
            return new LeaseAnswer.Granted<>(new Lending(granted.lease(), loan), granted.entry());
        } finally {
            endUnless(isGranted, loan);
        }
    }

    @Override
    public @Nullable Lease claim(Object key, Duration life) {
        Loan loan = lent.begin(target, key, life);
        boolean isGranted = false;
        try {
            Lease inner = store().claim(key, life);
            isGranted = inner != null;
            return inner == null ? null : new Lending(inner, loan);
        } finally {
            endUnless(isGranted, loan);
        }
    }

    private void endUnless(boolean isGranted, Loan loan) {
        if (!isGranted) {
            lent.end(loan);
        }
    }

    @Override
    public boolean publish(Lease lease, Entry<V> entry, Duration life) {
        if (isOver(lease)) {
            release(lease);
            return false;
        }
        return store().publish(inner(lease), entry, life);
    }

    @Override
    public boolean replace(Lease claim, Entry<V> entry, Duration life, @Nullable Mark others) {
        if (isOver(claim)) {
            release(claim);
            return false;
        }
        return store().replace(inner(claim), entry, life, others);
    }

    @Override
    public boolean renew(Lease lease, Duration life) {
        if (isOver(lease)) {
            return false;
        }
        lent.renew(((Lending) lease).loan(), life);
        return store().renew(inner(lease), life);
    }

    @Override
    public void release(Lease lease) {
        ended(lease);
        store().release(inner(lease));
    }
}
