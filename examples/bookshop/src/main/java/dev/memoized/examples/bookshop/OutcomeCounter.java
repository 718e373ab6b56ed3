package dev.memoized.examples.bookshop;

import dev.memoized.CacheListener;
import dev.memoized.Outcome;
import dev.memoized.RefreshEvent;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** Counts how the calls of each memoized method end. The library tells every {@link CacheListener} bean. */
@ApplicationScoped
class OutcomeCounter implements CacheListener {

    private final Map<String, MethodOutcomes> methods = new ConcurrentHashMap<>();

    @Override
    public void called(String name, Outcome outcome, long ageNanos) {
        of(name).count(outcome, ageNanos);
    }

    @Override
    public void refreshed(String name, RefreshEvent event) {
        of(name).count(event);
    }

    Map<String, MethodOutcomes.Report> report() {
        Map<String, MethodOutcomes.Report> report = new TreeMap<>();
        methods.forEach((name, outcomes) -> report.put(name, outcomes.report()));
        return report;
    }

    private MethodOutcomes of(String name) {
        return methods.computeIfAbsent(name, unseen -> new MethodOutcomes());
    }
}
