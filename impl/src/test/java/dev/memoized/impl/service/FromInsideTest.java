package dev.memoized.impl.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.memoized.Cache;
import dev.memoized.CurrentComputation;
import dev.memoized.impl.local.LocalBackend;
import dev.memoized.spi.CacheBackend;
import dev.memoized.testing.HandExecutor;
import dev.memoized.testing.ManualClock;
import dev.memoized.testing.MemoryByteBackend;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What a program's computation says of its value; kills "a touch does not outlive what the computation said". */
class FromInsideTest {
    private static final String KEY = "4111-1111-1111-1111";

    private final ManualClock clock = new ManualClock();
    private final HandExecutor executor = new HandExecutor();
    private final AtomicInteger computations = new AtomicInteger();

    private List<CacheBackend> backends() {
        return List.of(new LocalBackend(clock), new MemoryByteBackend(clock, 100_000));
    }

    private ServiceRig on(CacheBackend backend) {
        computations.set(0);
        return new ServiceRig(clock, executor, Map.of("", backend));
    }

    private Callable<Object> saying(Runnable remark) {
        return () -> {
            remark.run();
            return "value-" + computations.incrementAndGet();
        };
    }

    @Test
    void computationSaysHowLongItsValueLives_andATouchSaysOtherwise() throws Exception {
        for (CacheBackend backend : backends()) {
            try (ServiceRig rig = on(backend)) {
                Cache<Object> cache = rig.service();
                CurrentComputation current = rig.memoization().currentComputation();
                Callable<Object> brief = saying(() -> current.expireAfter(Duration.ofSeconds(5)));
                cache.getOrCompute(KEY, brief);
                clock.advance(Duration.ofSeconds(5));
                assertThat(cache.getOrCompute(KEY, brief)).isEqualTo("value-1");
                clock.advance(Duration.ofSeconds(1));
                assertThat(cache.getOrCompute(KEY, brief)).isEqualTo("value-2");
                assertThat(cache.touch(KEY, Duration.ofHours(1))).isTrue();
                clock.advance(Duration.ofMinutes(59));
                assertThat(cache.getOrCompute(KEY, brief)).isEqualTo("value-2");
            }
        }
    }

    @Test
    void computationFindsTheOldValueRight_itStays() throws Exception {
        for (CacheBackend backend : backends()) {
            try (ServiceRig rig = on(backend)) {
                Cache<Object> cache = rig.service();
                CurrentComputation current = rig.memoization().currentComputation();
                Callable<Object> checking = saying(() -> {
                    current.refreshAfter(Duration.ofSeconds(5));
                    current.remembered().ifPresent(old -> current.notModified());
                });
                cache.getOrCompute(KEY, checking);
                clock.advance(Duration.ofSeconds(6));
                assertThat(cache.getOrCompute(KEY, checking)).isEqualTo("value-1");
                executor.runAll();
                assertThat(cache.get(KEY)).isEqualTo("value-1");
                assertThat(cache.find(KEY).orElseThrow().age()).isZero();
                assertThat(computations).hasValue(2);
            }
        }
    }
}
