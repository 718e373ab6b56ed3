package dev.memoized.infinispan;

import dev.memoized.cells.Names;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.infinispan.manager.EmbeddedCacheManager;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Who computes is elected by clustered locks: what is stored is decided as before. */
class LockedContractTest extends InfinispanContract {
    @RegisterExtension
    static final Cluster CLUSTER = Cluster.replicated(3);

    /** Of all tests: to define them takes as long as a test. */
    private static final Map<EmbeddedCacheManager, Locks> LOCKS = new HashMap<>();

    @Override
    Cluster cluster() {
        return CLUSTER;
    }

    /** Most tests ask while another one has it, so nobody waits long. */
    @Override
    InCaches.Ballot ballot() {
        return manager ->
                LOCKS.computeIfAbsent(manager, in -> new Locks(in, new Names("contract"), Duration.ofMillis(20)));
    }
}
