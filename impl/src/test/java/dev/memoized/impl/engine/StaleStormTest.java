package dev.memoized.impl.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.memoized.Outcome;
import dev.memoized.RefreshEvent;
import dev.memoized.testing.Callers;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Many threads call many stale keys while their origin is held. Kills "a stale value blocks its caller", "each caller hands
 * a renewal over", "the queue has no bound" and "a renewal that found no room is never tried again".
 */
@Timeout(120)
class StaleStormTest {
    private static final int THREADS = 64;
    private static final int KEYS = 100;
    private static final int PERIODS = 10;
    private static final Duration PERIOD = Duration.ofSeconds(11);

    private final Rig rig = Rig.create();
    private final ExecutorService pool = Executors.newFixedThreadPool(4);
    private final Map<Integer, AtomicInteger> computations = new ConcurrentHashMap<>();
    private final AtomicInteger handed = new AtomicInteger();
    private final AtomicInteger mostHanded = new AtomicInteger();
    private volatile CountDownLatch origin = new CountDownLatch(0);

    @AfterEach
    void end() {
        origin.countDown();
        pool.shutdownNow();
    }

    private Object compute(Object... arguments) throws InterruptedException {
        origin.await();
        return computations
                .computeIfAbsent((Integer) arguments[0], key -> new AtomicInteger())
                .incrementAndGet();
    }

    /** Remembers how many renewals are queued or running together. */
    private void behind(Runnable renewal) {
        mostHanded.accumulateAndGet(handed.incrementAndGet(), Math::max);
        pool.execute(() -> {
            try {
                renewal.run();
            } finally {
                handed.decrementAndGet();
            }
        });
    }

    private Rigged warm(Terms terms) throws Exception {
        Rigged method = rig.plain(terms, this::compute, this::behind);
        for (int key = 0; key < KEYS; key++) {
            method.call(key);
        }
        return method;
    }

    /** Each thread calls each key once, and none of them waits for the origin. */
    private void storm(Rigged method, int firstKey) throws Exception {
        rig.clock().advance(PERIOD);
        rig.listener().clear();
        origin = new CountDownLatch(1);
        try (Callers<Object> callers = Callers.start(THREADS, number -> {
            for (int i = 0; i < KEYS; i++) {
                method.call((firstKey + i) % KEYS);
            }
            return number;
        })) {
            assertThat(callers.values()).hasSize(THREADS);
        }
        assertThat(rig.listener().outcomes()).hasSize(THREADS * KEYS).containsOnly(Outcome.STALE);
        origin.countDown();
        assertThat(method.memoized().awaitRefreshes(Duration.ofHours(1))).isTrue();
    }

    @Test
    void tenPeriods_onlyStaleAndOneComputationForEachKeyAndPeriod() throws Exception {
        Rigged method = warm(Terms.twoLimits());
        for (int period = 1; period <= PERIODS; period++) {
            storm(method, 0);
            assertThat(rig.listener().count(RefreshEvent.REJECTED)).isZero();
            int expected = 1 + period;
            assertThat(computations.values()).hasSize(KEYS).allMatch(count -> count.get() == expected);
        }
        assertThat(mostHanded.get()).as("never above the bound").isLessThanOrEqualTo(1_000);
    }

    @Test
    void queueOfTen_theRestIsRejectedAndEveryKeyRenewedInALaterPeriod() throws Exception {
        Rigged method = warm(Terms.twoLimits().expireAfter(null).setting("memoized.default.refreshes-at-most", "10"));
        int rejected = 0;
        for (int period = 1; period <= 200 && !allRenewed(); period++) {
            storm(method, period * 10);
            rejected += rig.listener().count(RefreshEvent.REJECTED);
        }
        assertThat(rejected).isGreaterThanOrEqualTo(KEYS - 10);
        assertThat(mostHanded.get()).as("never above the bound").isEqualTo(10);
        assertThat(computations.values()).allMatch(count -> count.get() > 1);
    }

    private boolean allRenewed() {
        return computations.values().stream().allMatch(count -> count.get() > 1);
    }
}
