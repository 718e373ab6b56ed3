package dev.memoized.impl.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.memoized.Outcome;
import dev.memoized.impl.local.LocalBackend;
import dev.memoized.spi.Entry;
import dev.memoized.spi.ForwardingStore;
import dev.memoized.spi.LeaseAnswer;
import dev.memoized.spi.Namespace;
import dev.memoized.spi.ObjectBackend;
import dev.memoized.spi.Store;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The lease finds what reading could not: kills "a leader that finds a fresh entry looks again by reading". */
@Timeout(60)
class UnreadableStoreTest {
    private static final int TOO_MANY_LEASES = 100;

    private final Rig healthy = Rig.create();
    private final Rig rig = healthy.with(new HalfDead(new LocalBackend(healthy.clock())));
    private final AtomicBoolean unreadable = new AtomicBoolean();
    private final AtomicBoolean busy = new AtomicBoolean();
    private final AtomicInteger leases = new AtomicInteger();
    private final AtomicInteger computations = new AtomicInteger();

    /** Its reads fail when told; its leases go on. */
    private final class HalfDead implements ObjectBackend {
        private final ObjectBackend backend;

        HalfDead(ObjectBackend backend) {
            this.backend = backend;
        }

        @Override
        public Set<Capability> capabilities() {
            return backend.capabilities();
        }

        @Override
        public Store<Object> open(Namespace namespace) {
            return new Unreadable(backend.open(namespace));
        }
    }

    private final class Unreadable extends ForwardingStore<Object> {
        Unreadable(Store<Object> store) {
            super(store);
        }

        @Override
        public Entry<Object> read(Object key, long now) {
            if (unreadable.get()) {
                throw new IllegalStateException("the replica is down");
            }
            return super.read(key, now);
        }

        @Override
        public LeaseAnswer<Object> lease(Object key, Duration life, boolean exclusive) {
            if (leases.incrementAndGet() > TOO_MANY_LEASES) {
                throw new AssertionError("spins");
            }
            LeaseAnswer<Object> answer = super.lease(key, life, exclusive);
            if (busy.get() && answer instanceof LeaseAnswer.Granted<Object> granted) {
                super.release(granted.lease());
                return new LeaseAnswer.Busy<>(granted.entry(), life);
            }
            return answer;
        }
    }

    @Test
    void leaseIsGrantedWithAFreshEntry_callEndsFreshAfterOneLease() throws Exception {
        assertPlainCallEndsFresh();
    }

    @Test
    void leaseIsBusyWithAFreshEntry_callEndsFreshAfterOneLease() throws Exception {
        busy.set(true);
        assertPlainCallEndsFresh();
    }

    private void assertPlainCallEndsFresh() throws Exception {
        Rigged method = rig.plain(Terms.standard(), arguments -> value());
        storeFirst(method);
        assertThat(method.call("k")).isEqualTo("value-1");
        assertEndedFreshAfterOneLease(method);
    }

    @Test
    void leaseOfAStageIsGrantedWithAFreshEntry_callEndsFreshAfterOneLease() throws Exception {
        Rigged method = rig.stage(Terms.standard(), arguments -> CompletableFuture.completedFuture(value()));
        storeFirst(method);
        assertThat(method.stage("k")).isCompletedWithValue("value-1");
        assertEndedFreshAfterOneLease(method);
    }

    private void storeFirst(Rigged method) throws Exception {
        boolean later = busy.getAndSet(false);
        method.call("k");
        busy.set(later);
        leases.set(0);
        unreadable.set(true);
    }

    private void assertEndedFreshAfterOneLease(Rigged method) {
        assertThat(rig.listener().outcomes()).containsExactly(Outcome.COMPUTED, Outcome.FRESH);
        assertThat(leases).hasValue(1);
        assertThat(computations).hasValue(1);
        assertThat(method.flights()).isZero();
    }

    private Object value() {
        return "value-" + computations.incrementAndGet();
    }
}
