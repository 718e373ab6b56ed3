package dev.memoized.examples.bookshop;

import java.time.LocalDateTime;

/**
 * Seven days.
 *
 * @param end the last moment of it
 */
record Week(LocalDateTime end) {

    static final int DAYS = 7;

    /** The last moment before it. */
    LocalDateTime begin() {
        return end.minusDays(DAYS);
    }

    Week minutesEarlier(int minutes) {
        return new Week(end.minusMinutes(minutes));
    }
}
