package dev.memoized.testing;

import dev.memoized.CacheListener;
import dev.memoized.Outcome;
import dev.memoized.RefreshEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Writes down all that it hears, in order. Thread-safe. */
public final class RecordingListener implements CacheListener {
    private final Rendezvous rendezvous;
    private final List<Called> calls = new ArrayList<>();
    private final List<Refreshed> refreshes = new ArrayList<>();

    /** A listener that has heard nothing. */
    public RecordingListener() {
        this(Rendezvous.LIMIT);
    }

    RecordingListener(Duration limit) {
        this.rendezvous = new Rendezvous(limit);
    }

    /**
     * A call that has ended.
     *
     * @param name the method's namespace
     * @param outcome how it ended
     * @param ageNanos the served value's age, or -1
     */
    public record Called(String name, Outcome outcome, long ageNanos) {}

    /**
     * Something that became of a renewal.
     *
     * @param name the method's namespace
     * @param event what
     */
    public record Refreshed(String name, RefreshEvent event) {}

    @Override
    public void called(String name, Outcome outcome, long ageNanos) {
        rendezvous.change(() -> calls.add(new Called(name, outcome, ageNanos)));
    }

    @Override
    public void refreshed(String name, RefreshEvent event) {
        rendezvous.change(() -> refreshes.add(new Refreshed(name, event)));
    }

    /**
     * The calls that have ended.
     *
     * @return a copy, in order
     */
    public List<Called> calls() {
        return rendezvous.read(() -> List.copyOf(calls));
    }

    /**
     * How the calls ended.
     *
     * @return a copy, in order
     */
    public List<Outcome> outcomes() {
        return calls().stream().map(Called::outcome).toList();
    }

    /**
     * How the calls of one method ended.
     *
     * @param name its namespace
     * @return a copy, in order
     */
    public List<Outcome> outcomes(String name) {
        return calls().stream()
                .filter(call -> call.name().equals(name))
                .map(Called::outcome)
                .toList();
    }

    /**
     * How many calls ended so.
     *
     * @param outcome so
     * @return zero or more
     */
    public int count(Outcome outcome) {
        return (int) outcomes().stream().filter(outcome::equals).count();
    }

    /**
     * What became of renewals.
     *
     * @return a copy, in order
     */
    public List<Refreshed> refreshes() {
        return rendezvous.read(() -> List.copyOf(refreshes));
    }

    /**
     * What became of renewals, without the names.
     *
     * @return a copy, in order
     */
    public List<RefreshEvent> refreshEvents() {
        return refreshes().stream().map(Refreshed::event).toList();
    }

    /**
     * How often that became of a renewal.
     *
     * @param event that
     * @return zero or more
     */
    public int count(RefreshEvent event) {
        return (int) refreshEvents().stream().filter(event::equals).count();
    }

    /**
     * Blocks until that became of so many renewals.
     *
     * @param event that
     * @param count at least this many since the listener was made or {@linkplain #clear() cleared}
     */
    public void awaitRefresh(RefreshEvent event, int count) {
        rendezvous.await(
                () -> count(event) >= count, () -> "waiting for " + count + " " + event + "; heard " + refreshes);
    }

    /**
     * Blocks until so many calls ended so.
     *
     * @param outcome so
     * @param count at least this many since the listener was made or {@linkplain #clear() cleared}
     */
    public void awaitCalls(Outcome outcome, int count) {
        rendezvous.await(
                () -> count(outcome) >= count, () -> "waiting for " + count + " " + outcome + "; heard " + calls);
    }

    /** Forgets what it has heard. */
    public void clear() {
        rendezvous.change(() -> {
            calls.clear();
            refreshes.clear();
        });
    }
}
