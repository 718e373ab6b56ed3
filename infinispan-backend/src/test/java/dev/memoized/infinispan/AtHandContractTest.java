package dev.memoized.infinispan;

import dev.memoized.spi.AtHand;
import dev.memoized.spi.CacheBackend;
import dev.memoized.spi.Entry;
import dev.memoized.spi.ForwardingStore;
import dev.memoized.spi.Namespace;
import dev.memoized.spi.Store;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The contract for what is read where it is at hand: two members of three have each entry. */
class AtHandContractTest extends InfinispanContract {
    @RegisterExtension
    static final Cluster CLUSTER = Cluster.distributed(3);

    /** Reads as calls do. */
    private static final class AtHandFirst extends ForwardingStore<byte[]> {
        AtHandFirst(Store<byte[]> behind) {
            super(behind);
        }

        @Override
        public Entry<byte[]> read(Object key, long now) {
            AtHand<byte[]> known = store().readAtHand(key, now);
            return known == null ? store().read(key, now) : known.entry();
        }
    }

    @Override
    Cluster cluster() {
        return CLUSTER;
    }

    @Override
    protected Store<byte[]> open(CacheBackend opener, Namespace namespace) {
        return new AtHandFirst(super.open(opener, namespace));
    }
}
