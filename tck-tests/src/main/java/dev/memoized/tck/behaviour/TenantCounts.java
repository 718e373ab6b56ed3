package dev.memoized.tck.behaviour;

import dev.memoized.CacheListener;
import dev.memoized.Outcome;
import dev.memoized.RefreshEvent;
import dev.memoized.testing.ManualClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.LongAdder;

/** Counts what it hears, and brings the clock; renewals run where the library lets them run. */
@ApplicationScoped
public class TenantCounts implements CacheListener {
    private static final LongAdder NONE = new LongAdder();

    private final ConcurrentMap<Outcome, LongAdder> calls = new ConcurrentHashMap<>();
    private final ConcurrentMap<RefreshEvent, LongAdder> refreshes = new ConcurrentHashMap<>();

    @Produces
    @Singleton
    ManualClock clock() {
        return new ManualClock();
    }

    @Override
    public void called(String name, Outcome outcome, long ageNanos) {
        calls.computeIfAbsent(outcome, first -> new LongAdder()).increment();
    }

    @Override
    public void refreshed(String name, RefreshEvent event) {
        refreshes.computeIfAbsent(event, first -> new LongAdder()).increment();
    }

    /** How many calls have ended. */
    public long calls() {
        return calls.values().stream().mapToLong(LongAdder::sum).sum();
    }

    public long count(Outcome outcome) {
        return calls.getOrDefault(outcome, NONE).sum();
    }

    public long count(RefreshEvent event) {
        return refreshes.getOrDefault(event, NONE).sum();
    }

    /** All figures. */
    public String figures() {
        return calls() + " calls " + calls + ", renewals " + refreshes;
    }
}
