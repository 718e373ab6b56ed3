package dev.memoized.examples.bookshop;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.TimeUnit;

/** The one time of all that is told of the shop. */
@ApplicationScoped
class Stopwatch {

    private final long opened = System.nanoTime();

    /** Microseconds since the shop opened. */
    long micros() {
        return TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - opened);
    }
}
