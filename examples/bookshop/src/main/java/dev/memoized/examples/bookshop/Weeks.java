package dev.memoized.examples.bookshop;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.Month;
import java.util.concurrent.atomic.AtomicInteger;

/** The weeks that one can ask for. This one ends with the last order of the sample data: in all shops with the same. */
@ApplicationScoped
class Weeks {

    private static final int MINUTES = (int) Duration.ofDays(Week.DAYS).toMinutes();

    private final Week current = new Week(LocalDateTime.of(2026, Month.NOVEMBER, 28, 12, 0));
    private final AtomicInteger asked = new AtomicInteger();

    Week current() {
        return current;
    }

    /** A week that nobody has asked for: it ends a minute before the one of the call before. */
    Week another() {
        return current.minutesEarlier(1 + asked.getAndIncrement() % MINUTES);
    }
}
