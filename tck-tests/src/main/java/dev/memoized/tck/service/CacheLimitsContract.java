package dev.memoized.tck.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.memoized.Cache;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** How long values live. */
abstract class CacheLimitsContract extends CacheValuesContract {

    @Test
    void limit_ends() {
        cache().set(KEY, "value", Duration.ofSeconds(10));
        pass(Duration.ofSeconds(9));
        assertHolds(KEY, "value");
        pass(Duration.ofSeconds(1));
        assertHoldsNothing(KEY);
    }

    @Test
    void limitBelowASecond_isKept() {
        cache().set(KEY, "value", Duration.ofMillis(400));
        pass(Duration.ofMillis(399));
        assertHolds(KEY, "value");
        pass(Duration.ofMillis(1));
        assertHoldsNothing(KEY);
    }

    @Test
    void noLimit_isTheDefault() {
        cache().set(KEY, "value");
        pass(DEFAULT);
        assertHolds(KEY, "value");
        pass(Duration.ofMillis(1));
        assertHoldsNothing(KEY);
    }

    @Test
    void noLimit_isTheViews() {
        cache().expireAfter(Duration.ofHours(1)).set(KEY, "value");
        pass(Duration.ofMinutes(59));
        assertHolds(KEY, "value");
        pass(Duration.ofMinutes(2));
        assertHoldsNothing(KEY);
    }

    @Test
    void forever_doesNotEnd() {
        cache().set(KEY, "value", Cache.FOREVER);
        cache().expireAfter(Cache.FOREVER).set("other", "value");
        pass(Duration.ofDays(10_000));
        assertHolds(KEY, "value");
        assertHolds("other", "value");
    }

    @Test
    void zeroLimit_deletesAndSucceeds() {
        cache().set(KEY, "value");
        assertThat(cache().set(KEY, "other", Duration.ZERO)).isTrue();
        assertHoldsNothing(KEY);
    }

    @Test
    void negativeLimit_deletesAndSucceeds() {
        cache().set(KEY, "value");
        assertThat(cache().set(KEY, "other", Duration.ofSeconds(-5))).isTrue();
        assertHoldsNothing(KEY);
    }

    @Test
    void zeroLimit_ofAnAdd_storesNothing() {
        assertThat(cache().add(KEY, "value", Duration.ZERO)).isTrue();
        assertHoldsNothing(KEY);
    }

    @Test
    void touch_givesAnotherLimit() {
        cache().set(KEY, "value", Duration.ofSeconds(10));
        assertThat(cache().touch(KEY, Duration.ofSeconds(30))).isTrue();
        pass(Duration.ofSeconds(29));
        assertHolds(KEY, "value");
        pass(Duration.ofSeconds(1));
        assertHoldsNothing(KEY);
    }

    @Test
    void touch_withoutLimit_givesTheDefault() {
        cache().set(KEY, "value", Cache.FOREVER);
        assertThat(cache().touch(KEY, null)).isTrue();
        pass(DEFAULT.plusSeconds(1));
        assertHoldsNothing(KEY);
    }

    @Test
    void touch_keepsTheAge() {
        cache().set(KEY, "value", Duration.ofSeconds(10));
        pass(Duration.ofSeconds(5));
        cache().touch(KEY, Duration.ofSeconds(10));
        assertThat(cache().find(KEY).orElseThrow().age()).isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void touch_withZero_deletes() {
        cache().set(KEY, "value");
        assertThat(cache().touch(KEY, Duration.ZERO)).isTrue();
        assertHoldsNothing(KEY);
    }

    @Test
    void touch_ofNothing_saysSo() {
        assertThat(cache().touch(KEY, Duration.ofSeconds(10))).isFalse();
        assertHoldsNothing(KEY);
    }
}
