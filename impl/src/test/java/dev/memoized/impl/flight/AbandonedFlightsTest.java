package dev.memoized.impl.flight;

import static org.assertj.core.api.Assertions.assertThat;

import dev.memoized.testing.ManualClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Kills "an overdue flight is never looked for" and "every call looks at every flight". */
class AbandonedFlightsTest {
    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final Duration TICK = Duration.ofNanos(1);

    private final ManualClock clock = new ManualClock();
    private final Flights flights = new Flights(clock, LONGEST);

    @Test
    void flightTakesAsLongAsAllowed_isNotAbandoned() {
        board("k");
        clock.advance(LONGEST);
        assertThat(flights.abandoned()).isEmpty();
    }

    @Test
    void flightIsOverdue_isFoundOnceInEachLongestTime() {
        Flight overdue = board("k");
        clock.advance(LONGEST.plus(TICK));
        assertThat(flights.abandoned()).containsExactly(overdue);
        assertThat(flights.abandoned()).isEmpty();
        clock.advance(LONGEST);
        assertThat(flights.abandoned()).isEmpty();
        clock.advance(TICK);
        assertThat(flights.abandoned()).containsExactly(overdue);
    }

    @Test
    void flightsOfDifferentAges_onlyTheOverdueOnesAreFound() {
        Flight overdue = board("old");
        clock.advance(TICK);
        board("young");
        clock.advance(LONGEST);
        assertThat(flights.abandoned()).containsExactly(overdue);
    }

    @Test
    void overdueFlightHasLanded_isNotFound() {
        Flight overdue = board("k");
        clock.advance(LONGEST.plus(TICK));
        flights.land(overdue, Landing.Again.AGAIN);
        assertThat(flights.abandoned()).isEmpty();
    }

    private Flight board(Object key) {
        Flight flight = flights.prepare(key);
        assertThat(flights.board(flight)).isSameAs(flight);
        return flight;
    }
}
