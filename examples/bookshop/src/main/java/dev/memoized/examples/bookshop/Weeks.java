package dev.memoized.examples.bookshop;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicInteger;

/** The weeks that one can ask for. The last order came when the shop opened, so this week is the one up to then. */
@ApplicationScoped
class Weeks {

    private static final int MINUTES = (int) Duration.ofDays(Week.DAYS).toMinutes();

    private final Week current = new Week(LocalDateTime.now(ZoneOffset.UTC));
    private final AtomicInteger asked = new AtomicInteger();

    Week current() {
        return current;
    }

    /** A week that nobody has asked for: it ends a minute before the one of the call before. */
    Week another() {
        return current.minutesEarlier(1 + asked.getAndIncrement() % MINUTES);
    }
}
