package dev.memoized.it.quarkus;

import dev.memoized.Memoized;
import dev.memoized.NotMemoized;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A bean with annotations of the application. */
@Hourly
@ApplicationScoped
public class Kiosk {
    private final CountDownLatch opened = new CountDownLatch(1);
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

    /** Computed behind the start. */
    @Memoized(name = "kiosk.opening", expireAfter = "forever")
    public String opening() {
        opened.countDown();
        return "at six";
    }

    /** Waits until {@link #opening} has begun. */
    @NotMemoized
    public boolean awaitOpening() throws InterruptedException {
        return opened.await(30, TimeUnit.SECONDS);
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
