package dev.memoized.redis;

import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.Isolated;

@Timeout(600)
@Isolated("three JVMs beside this one")
class ManyJvmsClusterTest extends ManyJvmsContract {
    @RegisterExtension
    static final RedisCluster CLUSTER = RedisCluster.ofMasters();

    ManyJvmsClusterTest() {
        super(CLUSTER, 5, 1);
    }

    /**
     * A lease takes the number that is held, which may be from before: then its value counts as gone for who knows more. Each
     * JVM knows more after its own.
     */
    @Override
    int computationsAfterALoss() {
        return Fleet.SIZE + 1;
    }
}
