package dev.memoized.impl.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.memoized.Outcome;
import dev.memoized.RefreshEvent;
import dev.memoized.impl.freshness.MixedRandom;
import dev.memoized.spi.Entry;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Kills "what is renewed early is stale", "an early renewal is dropped because its value is fresh", "each caller hands one
 * over", "chance is asked anew when the renewal begins" and "the computation time has no part in it".
 */
@Timeout(60)
class EarlyRefreshTest {
    private final Rig rig = Rig.create();
    private final AtomicInteger computations = new AtomicInteger();
    private Duration takes = Duration.ZERO;

    private Object compute(Object... arguments) {
        rig.clock().advance(takes);
        return "value-" + computations.incrementAndGet();
    }

    @Test
    void eager_fromTheShareOnItIsServedFreshAndRenewedOnce() throws Exception {
        Rigged method = rig.plain(Terms.twoLimits().eagerRefresh(0.8), this::compute);
        method.call("k");
        rig.clock().advance(Duration.ofSeconds(8));
        method.call("k");
        assertThat(rig.executor().size()).as("exactly as old as the share").isZero();
        rig.clock().advance(Duration.ofNanos(1));
        assertThat(method.call("k")).isEqualTo("value-1");
        assertThat(method.call("k")).isEqualTo("value-1");
        assertThat(rig.executor().runAll()).isEqualTo(1);
        assertThat(method.call("k")).isEqualTo("value-2");
        assertThat(rig.listener().outcomes())
                .containsExactly(Outcome.COMPUTED, Outcome.FRESH, Outcome.FRESH, Outcome.FRESH, Outcome.FRESH);
        assertThat(rig.listener().refreshEvents()).containsExactly(RefreshEvent.STARTED, RefreshEvent.SUCCEEDED);
    }

    @Test
    void eager_renewedMeanwhile_theRenewalIsDropped() throws Exception {
        Rigged method = rig.plain(Terms.twoLimits().eagerRefresh(0.8), this::compute);
        method.call("k");
        rig.clock().advance(Duration.ofSeconds(9));
        method.call("k");
        method.put(Entry.of("set", rig.clock().nanos(), Set.of()), Duration.ofMinutes(1), "k");
        rig.executor().runAll();
        assertThat(method.call("k")).isEqualTo("set");
        assertThat(rig.listener().refreshEvents()).containsExactly(RefreshEvent.SKIPPED);
    }

    @Test
    void eager_fails_theValueIsServedFreshAndLeftAloneAWhile() throws Exception {
        AtomicReference<RuntimeException> failure = new AtomicReference<>();
        Rigged method = rig.plain(Terms.twoLimits().eagerRefresh(0.5), arguments -> {
            if (failure.get() != null) {
                throw failure.get();
            }
            return compute();
        });
        method.call("k");
        rig.clock().advance(Duration.ofSeconds(6));
        failure.set(new IllegalStateException("down"));
        method.call("k");
        rig.executor().runAll();
        method.call("k");
        assertThat(rig.executor().size()).isZero();
        assertThat(rig.listener().count(Outcome.FRESH)).isEqualTo(2);
    }

    @Test
    void early_byChance_seldomFarFromTheLimitAndOftenNearIt() throws Exception {
        takes = Duration.ofMillis(10);
        Rigged method = rig.plain(
                exactly(Terms.twoLimits())
                        .refreshAfter(Duration.ofSeconds(30))
                        .earlyRefresh(10)
                        .random(new MixedRandom(7)),
                this::compute);
        IntStream.range(0, 1_000).forEach(key -> call(method, key));
        assertThat(renewals()).as("just computed").isZero();
        rig.clock().advance(Duration.ofMillis(29_990).minus(Duration.ofSeconds(10)));
        IntStream.range(0, 1_000).forEach(key -> call(method, key));
        assertThat(renewals())
                .as("the oldest of them, 10 ms and more before the limit")
                .isBetween(3, 20);
        assertThat(rig.listener().count(Outcome.FRESH)).isEqualTo(1_000);
    }

    private static Terms exactly(Terms terms) {
        return terms.setting("memoized.default.jitter", "0");
    }

    private int renewals() {
        takes = Duration.ZERO;
        return rig.executor().runAll();
    }

    @Test
    void early_probabilityFollowsTheComputationTime() throws Exception {
        AtomicReference<Double> chance = new AtomicReference<>(0.0);
        takes = Duration.ofSeconds(1);
        Rigged method =
                rig.plain(exactly(Terms.twoLimits()).earlyRefresh(2).random(seed -> chance.get()), this::compute);
        method.call("k");
        rig.clock().advance(Duration.ofSeconds(6)); // seven seconds old: three before the limit
        chance.set(1 - Math.exp(-1.49)); // 2 * 1 s * 1.49 < 3 s
        method.call("k");
        assertThat(rig.executor().size()).isZero();
        chance.set(1 - Math.exp(-1.51));
        method.call("k");
        assertThat(rig.executor().size()).isEqualTo(1);
        takes = Duration.ZERO;
        rig.executor().runAll();
        method.call("k");
        assertThat(rig.listener().outcomes()).containsOnly(Outcome.COMPUTED, Outcome.FRESH);
        assertThat(computations).hasValue(2);
    }

    @Test
    void early_withoutRefreshAfter_isBeforeTheEnd() throws Exception {
        AtomicReference<Double> chance = new AtomicReference<>(0.0);
        takes = Duration.ofSeconds(1);
        Rigged method =
                rig.plain(exactly(Terms.standard()).earlyRefresh(1).random(seed -> chance.get()), this::compute);
        method.call("k");
        rig.clock().advance(Duration.ofSeconds(58)); // one before the end
        method.call("k");
        assertThat(rig.executor().size()).isZero();
        chance.set(0.99);
        method.call("k");
        assertThat(rig.executor().runAll()).isEqualTo(1);
        assertThat(computations).hasValue(2);
    }

    private static void call(Rigged method, Object key) {
        try {
            method.call(key);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
