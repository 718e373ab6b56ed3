package dev.memoized.it.quarkus;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** What the beans and interceptors have seen, in order. */
@ApplicationScoped
public class Journal {
    private final List<String> entries = new ArrayList<>();
    private final AtomicInteger lastNumber = new AtomicInteger();

    /** Writes something down. */
    public synchronized void add(String entry) {
        entries.add(entry);
        notifyAll();
    }

    /** Blocks until that was written, and takes out all that was. */
    public synchronized List<String> takeWith(String entry) throws InterruptedException {
        while (!entries.contains(entry)) {
            wait();
        }
        return take();
    }

    /** Takes out what was written since the last time. */
    public synchronized List<String> take() {
        List<String> taken = List.copyOf(entries);
        entries.clear();
        return taken;
    }

    /** Another number at each call. */
    public int number() {
        return lastNumber.incrementAndGet();
    }
}
