package dev.memoized.tck.behaviour;

import dev.memoized.RefreshEvent;
import dev.memoized.tck.TestContainer;
import dev.memoized.tck.behaviour.TenantCatalogues.Catalogue;
import dev.memoized.tck.behaviour.Tenants.Visits;
import dev.memoized.testing.Callers;
import dev.memoized.testing.ManualClock;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** Two tenants ask for the same keys, on several threads, and time goes by as they do. */
final class TenantLoad {
    private static final List<String> TENANTS = List.of("red", "blue");
    private static final int CALLERS = 4;
    private static final int KEYS = 16;
    private static final int CALLS_A_STEP = 200;
    private static final int STEPS_UNTIL_ALL_IS_GONE = 10;
    private static final Duration STALE_AGE = Duration.ofSeconds(2);
    private static final Duration GONE_AGE = Duration.ofMinutes(2);
    private static final Duration LIMIT = Duration.ofMinutes(2);

    private final AtomicLong calls = new AtomicLong();
    private final CountDownLatch ended = new CountDownLatch(CALLERS);
    private final long rounds = Long.getLong("memoized.rounds", 1);
    private final long end = System.nanoTime() + rounds * LIMIT.toNanos();
    private final Catalogue catalogue;
    private final Visits visits;
    private final TenantOracle oracle;
    private final TenantCounts counts;
    private final ManualClock clock;

    TenantLoad(TestContainer.Running app, Class<? extends Catalogue> catalogue) {
        this.catalogue = app.get(catalogue);
        this.visits = app.get(Visits.class);
        this.oracle = app.get(TenantOracle.class);
        this.counts = app.get(TenantCounts.class);
        this.clock = app.get(ManualClock.class);
    }

    /** Until so much has happened, or it takes too long. */
    void run(long callsAtLeast, long renewalsAtLeast) throws InterruptedException {
        try (Callers<Boolean> callers = Callers.start("tenant", CALLERS, number -> {
            askAll(new SplittableRandom(number), rounds * callsAtLeast, rounds * renewalsAtLeast);
            return true;
        })) {
            boolean unused = ended.await(end - System.nanoTime(), TimeUnit.NANOSECONDS);
            callers.values();
        }
    }

    private void askAll(SplittableRandom random, long callsAtLeast, long renewalsAtLeast) {
        oracle.watchCaller();
        try {
            while (!isEnough(callsAtLeast, renewalsAtLeast)) {
                ask(TENANTS.get(random.nextInt(TENANTS.size())), "book-" + random.nextInt(KEYS));
                letTimePass(calls.incrementAndGet());
            }
        } finally {
            ended.countDown();
        }
    }

    private boolean isEnough(long callsAtLeast, long renewalsAtLeast) {
        return (calls.get() >= callsAtLeast && counts.count(RefreshEvent.SUCCEEDED) >= renewalsAtLeast)
                || System.nanoTime() >= end;
    }

    private void ask(String tenant, String key) {
        oracle.judge(tenant, key, visits.as(tenant, () -> catalogue.title(key)));
    }

    private void letTimePass(long call) {
        if (call % CALLS_A_STEP == 0) {
            clock.advance(call / CALLS_A_STEP % STEPS_UNTIL_ALL_IS_GONE == 0 ? GONE_AGE : STALE_AGE);
        }
    }
}
