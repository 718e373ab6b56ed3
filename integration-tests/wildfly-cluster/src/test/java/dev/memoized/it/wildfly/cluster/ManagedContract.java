package dev.memoized.it.wildfly.cluster;

import dev.memoized.infinispan.InfinispanBackend;
import dev.memoized.spi.ByteBackend;
import dev.memoized.spi.Mark;
import dev.memoized.spi.TimeSource;
import dev.memoized.tck.store.ByteStoreContract;
import dev.memoized.testing.ManualClock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import org.infinispan.Cache;

/** The contract of stores in caches of the server, run inside of it: {@link ContractResource}. */
public class ManagedContract extends ByteStoreContract {
    private final ManualClock clock = new ManualClock();
    private final TimeSource time = new Patient(clock);
    private final String prefix = UUID.randomUUID().toString();

    @Override
    protected ByteBackend backend() {
        return InfinispanBackend.on(ManagedContract.<byte[]>cache("entries"))
                .marks(marks())
                .prefix(prefix)
                .time(time)
                .build();
    }

    /** The version that the server has. */
    static String infinispan() {
        return marks().getVersion();
    }

    private static Cache<String, String> marks() {
        return cache("marks");
    }

    private static <V> Cache<String, V> cache(String name) {
        try {
            return InitialContext.doLookup("java:jboss/infinispan/cache/memoized/" + name);
        } catch (NamingException none) {
            throw new IllegalStateException(none);
        }
    }

    @Override
    protected TimeSource time() {
        return time;
    }

    @Override
    protected void pass(Duration span) {
        clock.advance(span);
    }

    @Override
    protected void lose(Mark mark) {
        String end = ":" + mark.name();
        marks().keySet().removeIf(name -> name.startsWith(prefix + ":mark:") && name.contains(end));
    }

    /** Who waits asks again after a while of real time, too: the change of another member may be seen after it was heard of. */
    private record Patient(ManualClock clock) implements TimeSource {

        @Override
        public long nanos() {
            return clock.nanos();
        }

        @Override
        public Instant now() {
            return clock.now();
        }

        @Override
        public boolean await(CompletableFuture<?> future, Duration atMost) throws InterruptedException {
            CompletableFuture<?> bounded = future.copy().completeOnTimeout(null, 2, TimeUnit.SECONDS);
            clock.await(bounded, atMost);
            return future.isDone();
        }

        @Override
        public Runnable after(Duration delay, Runnable task) {
            return clock.after(delay, task);
        }
    }
}
