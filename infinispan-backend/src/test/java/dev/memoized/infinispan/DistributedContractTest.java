package dev.memoized.infinispan;

import org.junit.jupiter.api.extension.RegisterExtension;

class DistributedContractTest extends InfinispanContract {
    @RegisterExtension
    static final Cluster CLUSTER = Cluster.distributed(3);

    @Override
    Cluster cluster() {
        return CLUSTER;
    }
}
