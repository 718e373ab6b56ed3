package dev.memoized.it.quarkus;

import dev.memoized.CallEnded;
import dev.memoized.RefreshEnded;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Hears what the library tells. */
@ApplicationScoped
public class Ears {
    private final Queue<Object> heard = new ConcurrentLinkedQueue<>();

    void hear(@Observes CallEnded ended) {
        heard.add(ended);
    }

    void hear(@Observes RefreshEnded ended) {
        heard.add(ended);
    }

    /** What was told since the last time, in order. */
    public List<Object> take() {
        List<Object> taken = List.copyOf(heard);
        heard.clear();
        return taken;
    }
}
