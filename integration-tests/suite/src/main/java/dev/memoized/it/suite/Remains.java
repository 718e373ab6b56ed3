package dev.memoized.it.suite;

import java.util.ArrayList;
import java.util.List;

/**
 * What an application's redeployments leave, beside what the server itself leaves.
 *
 * @param rounds redeployments between two counts
 * @param empty what as many of an application that does nothing have left
 * @param first before the first redeployment
 * @param halfway after as many as the empty one had
 * @param end after twice as many
 */
record Remains(int rounds, Left empty, Left first, Left halfway, Left end) {

    /** How many copies may be left: a server that leaves one or two of anything does so by chance. */
    static int allowed(Left empty) {
        return empty.copies() + 1;
    }

    /** What must not be; nothing of an application that keeps nothing. */
    List<String> faults() {
        List<String> faults = new ArrayList<>();
        if (halfway.copies() > allowed(empty)) {
            faults.add("more copies than an empty application leaves");
        }
        if (end.copies() > Math.max(halfway.copies(), allowed(empty))) {
            faults.add("the copies grow");
        }
        if (halfway.threads() > first.threads() || end.threads() > first.threads()) {
            faults.add("threads stay");
        }
        return faults;
    }

    @Override
    public String toString() {
        return ("after %d redeployments an empty application has left %d copies of its classes, this one %d, and %d after"
                        + " %d; threads of the library: %d before, %d and %d after")
                .formatted(
                        rounds,
                        empty.copies(),
                        halfway.copies(),
                        end.copies(),
                        2 * rounds,
                        first.threads(),
                        halfway.threads(),
                        end.threads());
    }
}
