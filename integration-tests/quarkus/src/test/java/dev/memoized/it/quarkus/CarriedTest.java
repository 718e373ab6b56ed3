package dev.memoized.it.quarkus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.memoized.testing.ManualClock;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Annotations of the application carry ours. */
@QuarkusTest
@Timeout(60)
class CarriedTest {
    private final String key = UUID.randomUUID().toString();

    @Inject
    Kiosk kiosk;

    @Inject
    ManualClock clock;

    @Test
    void carried_annotation_of_the_class_holds_for_its_methods() {
        String first = kiosk.hourly(key);
        assertThat(kiosk.hourly(key)).isEqualTo(first);
        clock.advance(Duration.ofMinutes(61));
        assertThat(kiosk.hourly(key)).isNotEqualTo(first);
    }

    @Test
    void annotation_of_the_method_comes_first() {
        String first = kiosk.itself(key);
        clock.advance(Duration.ofMinutes(61));
        assertThat(kiosk.itself(key)).isEqualTo(first);
    }

    @Test
    void C75_call_by_this_is_memoized_here() {
        String first = kiosk.byThis(key);
        assertThat(kiosk.byThis(key)).isEqualTo(first);
        assertThat(kiosk.itself(key)).isEqualTo(first);
    }

    @Test
    void carried_change_is_made() {
        String first = kiosk.hourly(key);
        String other = kiosk.itself(key);
        kiosk.print();
        assertThat(kiosk.hourly(key)).isNotEqualTo(first);
        assertThat(kiosk.itself(key)).isEqualTo(other);
    }
}
