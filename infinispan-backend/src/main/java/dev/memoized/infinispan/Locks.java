package dev.memoized.infinispan;

import dev.memoized.cells.Election;
import dev.memoized.cells.Names;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.infinispan.configuration.global.GlobalConfigurationBuilder;
import org.infinispan.lock.EmbeddedClusteredLockManagerFactory;
import org.infinispan.lock.api.ClusteredLock;
import org.infinispan.lock.api.ClusteredLockManager;
import org.infinispan.lock.configuration.ClusteredLockManagerConfigurationBuilder;
import org.infinispan.lock.configuration.Reliability;
import org.infinispan.manager.EmbeddedCacheManager;

/**
 * Elects by clustered locks, of which there is a fixed number: keys that share one wait for each other, at most as long as
 * told. A lock that is refused, not to be had in time or out of order is done without.
 */
final class Locks implements Election {
    private static final Logger LOG = System.getLogger(Locks.class.getName());
    private static final int COUNT = 64;

    private final AtomicLong without = new AtomicLong();
    private final List<ClusteredLock> locks;
    private final Duration atMost;

    /** Defines the locks, which all backends with the prefix share. */
    Locks(EmbeddedCacheManager manager, Names names, Duration atMost) {
        ClusteredLockManager all = EmbeddedClusteredLockManagerFactory.from(manager);
        this.locks = IntStream.range(0, COUNT)
                .mapToObj(number -> names.prefix() + "-" + number)
                .map(name -> {
                    all.defineLock(name);
                    return all.get(name);
                })
                .toList();
        this.atMost = atMost;
    }

    /** Whether the part of Infinispan is there that has them. */
    static boolean areThere() {
        try {
            Class.forName("org.infinispan.lock.api.ClusteredLock", false, Locks.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException | LinkageError none) {
            return false;
        }
    }

    /** What a container must be told before it starts. */
    static void prepare(GlobalConfigurationBuilder global) {
        global.addModule(ClusteredLockManagerConfigurationBuilder.class)
                .reliability(Reliability.AVAILABLE)
                .numOwner(2);
    }

    @Override
    public Runnable elected(String name) {
        ClusteredLock lock = locks.get(Math.floorMod(name.hashCode(), COUNT));
        try {
            CompletableFuture<Boolean> asked = lock.tryLock(atMost.toMillis(), TimeUnit.MILLISECONDS);
            if (isHad(asked)) {
                return () -> released(lock);
            }
            asked.thenAccept(isLate -> {
                if (isLate) {
                    released(lock);
                }
            });
        } catch (RuntimeException refused) {
            // as one that is not to be had
        }
        goneWithout();
        return () -> {};
    }

    private boolean isHad(CompletableFuture<Boolean> asked) {
        try {
            return asked.get(2 * atMost.toMillis() + 1, TimeUnit.MILLISECONDS);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException | TimeoutException | CompletionException refused) {
            return false;
        }
    }

    private static void released(ClusteredLock lock) {
        lock.unlock().exceptionally(failure -> null);
    }

    private void goneWithout() {
        long times = without.incrementAndGet();
        LOG.log(
                times == 1 ? Level.INFO : Level.DEBUG,
                "a clustered lock was not had in time: the lease alone decides ({0} times by now; later ones are told at DEBUG)",
                times);
    }

    /** How many were not elected, and went on. */
    long without() {
        return without.get();
    }
}
