package dev.memoized.tck;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** What the beans and interceptors of a test have seen, in order. */
@ApplicationScoped
public class Journal {
    private final List<String> entries = new ArrayList<>();
    private final AtomicInteger lastNumber = new AtomicInteger();

    /**
     * Writes something down.
     *
     * @param entry what
     */
    public synchronized void add(String entry) {
        entries.add(entry);
    }

    /**
     * Takes all entries out.
     *
     * @return what was written since the last time
     */
    public synchronized List<String> take() {
        List<String> taken = List.copyOf(entries);
        entries.clear();
        return taken;
    }

    /**
     * A number for an instance.
     *
     * @return another one at each call
     */
    public int number() {
        return lastNumber.incrementAndGet();
    }
}
