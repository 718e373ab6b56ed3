package dev.memoized.redis;

import dev.memoized.spi.ByteBackend;
import dev.memoized.spi.Mark;
import dev.memoized.spi.TimeSource;
import java.time.Duration;
import org.junit.jupiter.api.extension.RegisterExtension;
import redis.clients.jedis.Protocol.Command;

/** Three masters: marks lie apart from entries, and are held. */
class ClusterContractTest extends RedisContract {
    @RegisterExtension
    static final RedisCluster CLUSTER = RedisCluster.ofMasters();

    @Override
    ByteBackend backend(TimeSource time, String prefix) {
        return CLUSTER.backend(time, prefix);
    }

    /** It is missed when it is asked for again. */
    @Override
    protected void lose(Mark mark) {
        byte[] name = names().mark(mark);
        CLUSTER.node(CLUSTER.masterOf(name)).tell(Command.DEL, name);
        pass(Duration.ofSeconds(1));
    }
}
