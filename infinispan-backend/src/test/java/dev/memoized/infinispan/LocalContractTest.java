package dev.memoized.infinispan;

import org.junit.jupiter.api.extension.RegisterExtension;

class LocalContractTest extends InfinispanContract {
    @RegisterExtension
    static final Cluster CLUSTER = Cluster.local();

    @Override
    Cluster cluster() {
        return CLUSTER;
    }
}
