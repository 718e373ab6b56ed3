package dev.memoized.infinispan;

import dev.memoized.cells.Election;
import dev.memoized.cells.Names;
import dev.memoized.spi.CacheBackend.Capability;
import dev.memoized.spi.Mark;
import dev.memoized.tck.store.RotatingStoreContract;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** The contract with all members of a cluster in turn. */
abstract class InfinispanContract extends RotatingStoreContract {
    private final Names names = new Names(UUID.randomUUID().toString());

    abstract Cluster cluster();

    /** Leases alone. */
    InCaches.Ballot ballot() {
        return any -> Election.NONE;
    }

    @Override
    protected List<InfinispanBackend> clients() {
        return cluster().nodes().mapToObj(this::member).toList();
    }

    /** All listen from the beginning. */
    private InfinispanBackend member(int node) {
        InCaches.Source source = new InCaches.Source(names, cluster().source(node), ballot());
        InfinispanBackend member = new InfinispanBackend(source, time(), Set.of(Capability.SHARED));
        member.era();
        return member;
    }

    @Override
    protected void lose(Mark mark) {
        cluster().caches(0).marks().remove(names.mark(mark));
    }
}
