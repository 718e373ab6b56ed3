package dev.memoized.infinispan;

import org.junit.jupiter.api.extension.RegisterExtension;

class ReplicatedContractTest extends InfinispanContract {
    @RegisterExtension
    static final Cluster CLUSTER = Cluster.replicated(3);

    @Override
    Cluster cluster() {
        return CLUSTER;
    }
}
