package dev.memoized.impl.observe;

import dev.memoized.CallCounts;
import dev.memoized.Mishap;
import dev.memoized.Outcome;
import dev.memoized.RefreshEvent;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;

/** Counts the calls and renewals of one namespace, by how they ended. Thread-safe. */
final class Counters {
    private final LongAdder[] outcomes = adders(Outcome.values());
    private final LongAdder[] refreshes = adders(RefreshEvent.values());
    private final LongAdder[] mishaps = adders(Mishap.values());

    void add(Outcome outcome) {
        of(outcome, outcomes).increment();
    }

    void add(RefreshEvent event) {
        of(event, refreshes).increment();
    }

    void add(Mishap mishap) {
        of(mishap, mishaps).increment();
    }

    /** Whether less than one in a hundred of those that computed has a call beside it that did not have to. */
    boolean isSeldomServed() {
        long served = Stream.of(Outcome.FRESH, Outcome.STALE, Outcome.JOINED, Outcome.FALLBACK)
                .mapToLong(outcome -> of(outcome, outcomes).sum())
                .sum();
        return served * 100 < of(Outcome.COMPUTED, outcomes).sum();
    }

    CallCounts counts(String name) {
        return new CallCounts(
                name,
                sums(Outcome.class, Outcome.values(), outcomes),
                sums(RefreshEvent.class, RefreshEvent.values(), refreshes),
                sums(Mishap.class, Mishap.values(), mishaps));
    }

    @SuppressWarnings("EnumOrdinal") // of this process only; a map would be looked up in each call
    private static LongAdder of(Enum<?> constant, LongAdder[] adders) {
        return adders[constant.ordinal()];
    }

    private static LongAdder[] adders(Enum<?>[] constants) {
        return Stream.generate(LongAdder::new).limit(constants.length).toArray(LongAdder[]::new);
    }

    private static <E extends Enum<E>> Map<E, Long> sums(Class<E> type, E[] constants, LongAdder[] adders) {
        Map<E, Long> sums = new EnumMap<>(type);
        for (E constant : constants) {
            sums.put(constant, of(constant, adders).sum());
        }
        return Collections.unmodifiableMap(sums);
    }
}
