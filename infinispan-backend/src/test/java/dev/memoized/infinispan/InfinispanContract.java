package dev.memoized.infinispan;

import dev.memoized.cells.Election;
import dev.memoized.cells.Names;
import dev.memoized.spi.ByteBackend;
import dev.memoized.spi.CacheBackend.Capability;
import dev.memoized.spi.Mark;
import dev.memoized.spi.TimeSource;
import dev.memoized.tck.store.ByteStoreContract;
import dev.memoized.testing.ManualClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** The contract with all members of a cluster in turn. */
abstract class InfinispanContract extends ByteStoreContract {
    private final ManualClock clock = new ManualClock();
    private final TimeSource time = new Patient(clock);
    private final Names names = new Names(UUID.randomUUID().toString());

    abstract Cluster cluster();

    /** Leases alone. */
    InCaches.Ballot ballot() {
        return any -> Election.NONE;
    }

    final Names names() {
        return names;
    }

    @Override
    protected ByteBackend backend() {
        List<InfinispanBackend> members =
                cluster().nodes().mapToObj(this::member).toList();
        return members.size() == 1 ? members.get(0) : new RotatingBackend(members);
    }

    /** All listen from the beginning. */
    private InfinispanBackend member(int node) {
        InCaches.Source source = new InCaches.Source(names, cluster().source(node), ballot());
        InfinispanBackend member = new InfinispanBackend(source, time, Set.of(Capability.SHARED));
        member.era();
        return member;
    }

    @Override
    protected TimeSource time() {
        return time;
    }

    @Override
    protected void pass(Duration span) {
        clock.advance(span);
    }

    @Override
    protected void lose(Mark mark) {
        cluster().caches(0).marks().remove(names.mark(mark));
    }

    /** Who waits asks again after a while of real time, too: the change of another member may be seen after it was heard of. */
    private record Patient(ManualClock clock) implements TimeSource {

        @Override
        public long nanos() {
            return clock.nanos();
        }

        @Override
        public Instant now() {
            return clock.now();
        }

        @Override
        public boolean await(CompletableFuture<?> future, Duration atMost) throws InterruptedException {
            CompletableFuture<?> bounded = future.copy().completeOnTimeout(null, 2, TimeUnit.SECONDS);
            clock.await(bounded, atMost);
            return future.isDone();
        }

        @Override
        public Runnable after(Duration delay, Runnable task) {
            return clock.after(delay, task);
        }
    }
}
