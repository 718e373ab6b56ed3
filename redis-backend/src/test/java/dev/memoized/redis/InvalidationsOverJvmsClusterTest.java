package dev.memoized.redis;

import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.Isolated;

@Timeout(600)
@Isolated("JVMs beside this one")
class InvalidationsOverJvmsClusterTest extends InvalidationsOverJvmsContract {
    @RegisterExtension
    static final RedisCluster CLUSTER = RedisCluster.ofMasters();

    InvalidationsOverJvmsClusterTest() {
        super(CLUSTER);
    }

    @Override
    boolean isDroppedByAHeldMark(int key) {
        return Historian.isEverDroppedByAMark(key);
    }
}
