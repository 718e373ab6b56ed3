package dev.memoized.spi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class EntryTest {
    private static final OwnLimits OWN = new OwnLimits(1, 2);

    private final Entry<String> entry = new Entry<>("value", -5, 3, 7, 11, Set.of("tag"), false, OWN);

    @Test
    void copies_differ_in_what_they_name_only() {
        assertThat(entry.asOf(12)).isEqualTo(new Entry<>("value", -5, 3, 7, 12, Set.of("tag"), false, OWN));
        assertThat(entry.withValue(null)).isEqualTo(new Entry<>(null, -5, 3, 7, 11, Set.of("tag"), false, OWN));
        assertThat(entry.softly()).isEqualTo(new Entry<>("value", -5, 3, 7, 11, Set.of("tag"), true, OWN));
    }

    @Test
    void value_set_by_hand_took_no_time_and_has_no_version() {
        assertThat(Entry.of("value", 9, Set.of()))
                .isEqualTo(new Entry<>("value", 9, 0, null, 0, Set.of(), false, null));
    }
}
