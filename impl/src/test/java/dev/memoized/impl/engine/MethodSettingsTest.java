package dev.memoized.impl.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.memoized.Outcome;
import dev.memoized.RefreshEvent;
import dev.memoized.RefreshFailures;
import dev.memoized.spi.FaultPoints.Place;
import dev.memoized.testing.Callers;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Kills "null lives as long as any value", "what is set for one method holds for none", "the default comes before the
 * method's own" and "what is unreadable is passed over".
 */
@Timeout(60)
class MethodSettingsTest {
    private final Rig rig = Rig.create();
    private final AtomicInteger computations = new AtomicInteger();

    private Rigged returning(Terms terms, Object value) {
        return rig.plain(terms, arguments -> {
            computations.incrementAndGet();
            return value;
        });
    }

    @Test
    void nullExpireAfter_isForNullAndTheEmptyOptionalOnly() throws Exception {
        Terms terms = Terms.standard().setting("memoized.default.null-expire-after", "5s");
        for (Object nothing : new Object[] {null, Optional.empty()}) {
            computations.set(0);
            Rigged method = returning(terms, nothing).beside("of " + nothing, terms, arguments -> {
                computations.incrementAndGet();
                return nothing;
            });
            method.call("k");
            rig.clock().advance(Duration.ofSeconds(5));
            method.call("k");
            assertThat(computations).as("exactly as old").hasValue(1);
            rig.clock().advance(Duration.ofNanos(1));
            method.call("k");
            assertThat(computations).hasValue(2);
        }
        computations.set(0);
        Rigged valued = returning(terms, Optional.of(1));
        valued.call("value");
        rig.clock().advance(Duration.ofSeconds(59));
        valued.call("value");
        assertThat(computations).hasValue(1);
    }

    @Test
    void nullExpireAfterZero_nullIsNotRemembered() throws Exception {
        Rigged method = returning(Terms.standard().setting("memoized.default.null-expire-after", "0s"), null);
        method.call("k");
        method.call("k");
        assertThat(rig.listener().outcomes()).containsExactly(Outcome.COMPUTED, Outcome.COMPUTED);
    }

    @Test
    void longestComputation_ofTheMethodComesBeforeThatOfAll() throws Exception {
        Rigged method =
                returning(Terms.standard().setting("memoized.method.\"proof\".longest-computation", "10s"), "value");
        rig.gate().hold(Place.COMPUTED);
        try (Callers<Object> hanging = Callers.start(1, number -> method.call("k"))) {
            rig.gate().awaitReached(Place.COMPUTED, 1);
            rig.clock().advance(Duration.ofSeconds(10));
            try (Callers<Object> second = Callers.start(1, number -> method.call("k"))) {
                rig.clock().awaitWaiters(1);
                assertThat(computations).as("exactly as long").hasValue(1);
                rig.clock().advance(Duration.ofNanos(1));
                try (Callers<Object> third = Callers.start(1, number -> method.call("k"))) {
                    rig.gate().awaitReached(Place.COMPUTED, 2);
                    rig.gate().open(Place.COMPUTED);
                    assertThat(third.values()).containsExactly("value");
                }
                assertThat(second.values()).containsExactly("value");
            }
            hanging.values();
        }
        assertThat(computations).hasValue(2);
    }

    @Test
    void retry_isSetForAllOrForOneMethod() throws Exception {
        Terms terms = Terms.twoLimits()
                .setting("memoized.default.retry-after", "3s")
                .setting("memoized.method.\"proof\".retry-at-most", "5s");
        AtomicInteger calls = new AtomicInteger();
        Rigged method = rig.plain(terms, arguments -> {
            if (calls.incrementAndGet() > 1) {
                throw new IllegalStateException("down");
            }
            return "value";
        });
        method.call("k");
        rig.clock().advance(Duration.ofSeconds(11));
        for (int second = 0; second < 14; second++) {
            method.call("k");
            rig.executor().runAll();
            rig.clock().advance(Duration.ofSeconds(1));
        }
        assertThat(calls).as("after 0, 3, 8 and 13 seconds").hasValue(1 + 4);
    }

    @Test
    void failures_tellHowManyKeysHowOftenAndWhat() throws Exception {
        AtomicInteger up = new AtomicInteger();
        Rigged method = rig.plain(Terms.twoLimits(), arguments -> {
            if (up.get() == 1 && !arguments[0].equals("good")) {
                throw new IllegalStateException("down");
            }
            return "value";
        });
        assertThat(method.memoized().failures("proof")).isEqualTo(new RefreshFailures("proof", 0, 0, null));
        for (String key : new String[] {"good", "a", "b"}) {
            method.call(key);
        }
        rig.clock().advance(Duration.ofSeconds(11));
        up.set(1);
        for (String key : new String[] {"good", "a", "b"}) {
            method.call(key);
        }
        rig.executor().runAll();
        rig.clock().advance(Duration.ofSeconds(1));
        method.call("a");
        rig.executor().runAll();
        assertThat(method.memoized().failures("proof"))
                .isEqualTo(new RefreshFailures("proof", 2, 2, IllegalStateException.class));
        assertThat(method.memoized().failures("another").keys()).isZero();
        up.set(0);
        rig.clock().advance(Duration.ofSeconds(2));
        method.call("a");
        method.call("b");
        rig.executor().runAll();
        assertThat(method.memoized().failures("proof").keys()).isZero();
    }

    @Test
    void refreshesAtMost_isTheBoundOfTheQueue() throws Exception {
        Rigged method = returning(Terms.twoLimits().setting("memoized.default.refreshes-at-most", "2"), "value");
        for (int key = 0; key < 5; key++) {
            method.call(key);
        }
        rig.clock().advance(Duration.ofSeconds(11));
        for (int key = 0; key < 5; key++) {
            method.call(key);
        }
        assertThat(rig.executor().size()).isEqualTo(2);
        assertThat(rig.listener().count(RefreshEvent.REJECTED)).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource({
        "memoized.default.jitter,1",
        "memoized.default.jitter,110%",
        "memoized.default.jitter,-0.1",
        "memoized.default.jitter,much",
        "memoized.default.null-expire-after,soon",
        "memoized.default.retry-after,0s",
        "memoized.default.retry-at-most,never",
        "memoized.default.isolated,yes",
        "memoized.enabled,off",
        "memoized.method.\"proof\".enabled,1",
        "memoized.method.\"proof\".longest-computation,0s",
    })
    void unreadable_isRefusedWithItsKey(String key, String value) {
        Terms terms = Terms.standard().setting(key, value);
        assertThatThrownBy(() -> returning(terms, "value"))
                .hasMessageContaining("MEMO0205")
                .hasMessageContaining(key)
                .hasMessageContaining('"' + value + '"');
    }
}
