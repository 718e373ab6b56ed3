package dev.memoized.tck.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.memoized.Remembered;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What is stored, found, and told apart. */
abstract class CacheValuesContract extends CacheBench {

    @Test
    void set_isFound() {
        assertThat(cache().set(KEY, "value")).isTrue();
        assertHolds(KEY, "value");
    }

    @Test
    void set_replaces() {
        cache().set(KEY, "one");
        cache().set(KEY, "two");
        assertHolds(KEY, "two");
    }

    @Test
    void unknownKey_holdsNothing() {
        assertHoldsNothing(KEY);
    }

    @Test
    void oneKey_isNotAnother() {
        cache().set("a", 1);
        cache().set("a:b", 2);
        cache().set("", 3);
        assertHolds("a", 1);
        assertHolds("a:b", 2);
        assertHolds("", 3);
        assertHoldsNothing("a:");
    }

    @Test
    void longAndStrangeKeys_areKeys() {
        String strange = "a key\n\u0000 é 漢字 😀 \"quoted\" ".repeat(50);
        cache().set(strange, "value");
        assertHolds(strange, "value");
        assertHoldsNothing(strange + " ");
    }

    @Test
    void nullValue_isThere() {
        assertThat(cache().set(KEY, null)).isTrue();
        assertHolds(KEY, null);
        assertThat(cache().find(KEY)).map(Remembered::age).contains(Duration.ZERO);
    }

    @Test
    void find_tellsTheAge() {
        cache().set(KEY, "value");
        Instant set = clock().now();
        pass(Duration.ofSeconds(7));
        Remembered<Object> found = cache().find(KEY).orElseThrow();
        assertThat(found.value()).isEqualTo("value");
        assertThat(found.age()).isEqualTo(Duration.ofSeconds(7));
        assertThat(found.computedAt()).isEqualTo(set);
        assertThat(found.version()).isNull();
    }

    @Test
    void types_survive() {
        List<Object> values = List.of(
                true,
                5,
                "5",
                5_000_000_000L,
                'c',
                0.1f,
                0.1,
                new BigInteger("12345678901234567890"),
                new BigDecimal("1.20"),
                Instant.EPOCH,
                LocalDate.EPOCH,
                Duration.ofNanos(1),
                new UUID(1, 2));
        for (int i = 0; i < values.size(); i++) {
            cache().set("key-" + i, values.get(i));
        }
        for (int i = 0; i < values.size(); i++) {
            assertHolds("key-" + i, values.get(i));
        }
    }

    @Test
    void bytes_survive() {
        cache().set(KEY, new byte[] {0, -1, 53});
        assertThat((byte[]) cache().get(KEY)).containsExactly(0, -1, 53);
    }

    @Test
    void wholeNumber_isAsNarrowAsItFits() {
        cache().set(KEY, 5L);
        assertHolds(KEY, 5);
    }

    @Test
    void typedView_givesItsWidth() {
        cache().set(KEY, 5);
        Long wide = cache().of(Long.class).get(KEY);
        assertThat(wide).isEqualTo(5L);
    }

    @Test
    void typedView_seesWhatWasSetWithoutType() {
        cache().set(KEY, "text");
        assertThat(cache().of(String.class).get(KEY)).isEqualTo("text");
        cache().of(LocalDate.class).set("day", LocalDate.EPOCH);
        assertHolds("day", LocalDate.EPOCH);
    }

    @Test
    void typedView_doesNotSeeOtherTypes() {
        cache().set(KEY, "text");
        assertThat(cache().of(Integer.class).get(KEY)).isNull();
        assertThat(cache().of(Integer.class).find(KEY)).isEmpty();
        assertThat(cache().of(Integer.class).hasKey(KEY)).isFalse();
        assertHolds(KEY, "text");
    }

    @Test
    void add_storesWhereNothingIs() {
        assertThat(cache().add(KEY, "first")).isTrue();
        assertThat(cache().add(KEY, "second")).isFalse();
        assertHolds(KEY, "first");
    }

    @Test
    void add_findsANull() {
        cache().set(KEY, null);
        assertThat(cache().add(KEY, "second")).isFalse();
        assertHolds(KEY, null);
    }

    @Test
    void delete_tellsWhetherThereWasOne() {
        cache().set(KEY, "value");
        assertThat(cache().delete(KEY)).isTrue();
        assertHoldsNothing(KEY);
        assertThat(cache().delete(KEY)).isFalse();
    }
}
