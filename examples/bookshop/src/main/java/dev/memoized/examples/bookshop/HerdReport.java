package dev.memoized.examples.bookshop;

import dev.memoized.Outcome;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.time.Duration;
import java.util.List;

/**
 * What became of a {@link Herd}.
 *
 * @param callers how many called
 * @param computed how many of them ran the query
 * @param joined how many waited for one who did
 * @param fresh how many came when the list was there
 * @param stale how many came when the list was there and old
 * @param failed how many got none
 * @param millis from the first call to the last answer
 */
@JsonbPropertyOrder({"callers", "computed", "joined", "fresh", "stale", "failed", "millis"})
public record HerdReport(int callers, int computed, int joined, int fresh, int stale, int failed, long millis) {

    static HerdReport of(List<Caller> herd, Duration duration) {
        int computed = count(herd, Outcome.COMPUTED);
        int joined = count(herd, Outcome.JOINED);
        int fresh = count(herd, Outcome.FRESH);
        int stale = count(herd, Outcome.STALE);
        int failed = herd.size() - computed - joined - fresh - stale;
        return new HerdReport(herd.size(), computed, joined, fresh, stale, failed, duration.toMillis());
    }

    private static int count(List<Caller> herd, Outcome outcome) {
        return (int) herd.stream().filter(caller -> caller.outcome() == outcome).count();
    }
}
