package dev.memoized.impl.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.memoized.ColdCacheException;
import dev.memoized.Outcome;
import dev.memoized.Refresh;
import dev.memoized.testing.Callers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A caller that renews apart from itself waits only so long, and then takes what may still be served. */
@Timeout(60)
class IsolatedRenewalTest {
    private static final Duration STALE_AGE = Duration.ofSeconds(11);

    private final Rig rig = Rig.create();
    private final AtomicInteger computations = new AtomicInteger();

    private Rigged hangingFromTheSecondOn(Duration longest) throws Exception {
        Terms terms = Terms.twoLimits().refresh(Refresh.CALLER).isolated().longest(longest);
        Rigged method = rig.plain(terms, arguments -> {
            int number = computations.incrementAndGet();
            return number == 1 ? "value-1" : new CompletableFuture<>().get();
        });
        method.call("k");
        rig.clock().advance(STALE_AGE);
        return method;
    }

    @Test
    void renewalTakesTooLong_staleValueIsTheFallback() throws Exception {
        Duration longest = Duration.ofSeconds(20);
        Rigged method = hangingFromTheSecondOn(longest);
        try (Callers<Object> caller = Callers.start("caller", 1, number -> method.call("k"))) {
            rig.clock().awaitWaiters(1);
            rig.clock().advance(longest);
            assertThat(caller.values()).containsExactly("value-1");
        }
        assertThat(rig.listener().outcomes()).containsExactly(Outcome.COMPUTED, Outcome.FALLBACK);
    }

    @Test
    void renewalTakesLongerThanTheValueLives_callIsRefused() throws Exception {
        Duration longest = Duration.ofMinutes(2);
        Rigged method = hangingFromTheSecondOn(longest);
        try (Callers<Object> caller = Callers.start("caller", 1, number -> method.call("k"))) {
            rig.clock().awaitWaiters(1);
            rig.clock().advance(longest);
            assertThat(caller.failures()).singleElement().isInstanceOf(ColdCacheException.class);
        }
        assertThat(rig.listener().outcomes()).containsExactly(Outcome.COMPUTED, Outcome.REFUSED);
    }
}
