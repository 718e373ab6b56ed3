package dev.memoized.infinispan;

import dev.memoized.spi.CacheBackend;
import dev.memoized.spi.Namespace;
import dev.memoized.spi.Store;
import dev.memoized.tck.store.AtHandFirst;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The contract for what is read where it is at hand: two members of three have each entry. */
class AtHandContractTest extends InfinispanContract {
    @RegisterExtension
    static final Cluster CLUSTER = Cluster.distributed(3);

    @Override
    Cluster cluster() {
        return CLUSTER;
    }

    @Override
    protected Store<byte[]> open(CacheBackend opener, Namespace namespace) {
        return new AtHandFirst<>(super.open(opener, namespace));
    }
}
