package dev.memoized;

import java.util.Map;

/**
 * How often the calls of one namespace ended how, and what became of its renewals, since the deployment. A snapshot, taken
 * while calls go on.
 *
 * @param name the namespace
 * @param outcomes all outcomes, also those that were not seen yet
 * @param refreshes all events, also those that were not seen yet
 * @param mishaps all of them, also those that were not seen yet
 */
public record CallCounts(
        String name, Map<Outcome, Long> outcomes, Map<RefreshEvent, Long> refreshes, Map<Mishap, Long> mishaps) {

    /**
     * How many calls have ended.
     *
     * @return the sum of all outcomes
     */
    public long calls() {
        return outcomes.values().stream().mapToLong(Long::longValue).sum();
    }

    /**
     * How many calls ended in one way.
     *
     * @param outcome the way
     * @return zero or more
     */
    public long count(Outcome outcome) {
        return outcomes.getOrDefault(outcome, 0L);
    }

    /**
     * How many renewals came to one event.
     *
     * @param event the event
     * @return zero or more
     */
    public long count(RefreshEvent event) {
        return refreshes.getOrDefault(event, 0L);
    }

    /**
     * How often something went wrong beside a computation.
     *
     * @param mishap what
     * @return zero or more
     */
    public long count(Mishap mishap) {
        return mishaps.getOrDefault(mishap, 0L);
    }

    /**
     * The share of the calls that were served from the store, fresh or stale.
     *
     * @return 0.0 to 1.0; 0.0 when there was no call
     */
    public double hitRatio() {
        long calls = calls();
        long served = count(Outcome.FRESH) + count(Outcome.STALE) + count(Outcome.FALLBACK);
        return calls == 0 ? 0.0 : (double) served / calls;
    }
}
