package dev.memoized.impl.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.memoized.spi.FaultPoints;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Computations that are held, and followers that are counted, without a lock that the library could be blamed for. */
final class Held implements FaultPoints {
    private static final long LIMIT_SECONDS = 60;

    private final Map<Object, AtomicInteger> computations = new ConcurrentHashMap<>();
    private volatile Round round = new Round(0, 0);

    /** What is waited for: so many computations are under way, so many followers about to wait. */
    private record Round(CountDownLatch computing, CountDownLatch following, CountDownLatch end) {
        Round(int computations, int followers) {
            this(new CountDownLatch(computations), new CountDownLatch(followers), new CountDownLatch(1));
        }
    }

    /**
     * From now on computations are held.
     *
     * @return releases those that are held already
     */
    Runnable hold(int expectedComputations, int expectedFollowers) {
        Round before = round;
        round = new Round(expectedComputations, expectedFollowers);
        return before.end()::countDown;
    }

    /** Of a key: held, then "k1-1", "k1-2" … */
    Object compute(Object key) throws InterruptedException {
        int count =
                computations.computeIfAbsent(key, any -> new AtomicInteger()).incrementAndGet();
        Round mine = round;
        mine.computing().countDown();
        await(mine.end());
        return key + "-" + count;
    }

    void awaitHeld() throws InterruptedException {
        await(round.computing());
        await(round.following());
    }

    void release() {
        round.end().countDown();
    }

    @Override
    public void reached(Place place, String name) {
        if (place == Place.FOLLOWING) {
            round.following().countDown();
        }
    }

    private static void await(CountDownLatch latch) throws InterruptedException {
        assertThat(latch.await(LIMIT_SECONDS, TimeUnit.SECONDS)).isTrue();
    }
}
