package dev.memoized.it.quarkus;

import dev.memoized.Memoized;
import dev.memoized.NotMemoized;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicInteger;

/** A bean with annotations of the application. */
@Hourly
@ApplicationScoped
public class Kiosk {
    private final AtomicInteger last = new AtomicInteger();

    /** As the class says. */
    public String hourly(String key) {
        return key + "#" + last.incrementAndGet();
    }

    /** As the method says. */
    @Memoized(expireAfter = "2h")
    public String itself(String key) {
        return key + "#" + last.incrementAndGet();
    }

    /** Past the proxy. */
    @NotMemoized
    public String byThis(String key) {
        return this.itself(key);
    }

    /** Drops what the class says. */
    @DropsHourly
    public void print() {}
}
