package dev.memoized.examples.bookshop;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** A counter for each constant of an enum. Thread-safe. */
final class Tally<E extends Enum<E>> {

    private final Class<E> type;
    private final Map<E, LongAdder> counters = new ConcurrentHashMap<>();

    Tally(Class<E> type) {
        this.type = type;
    }

    void count(E constant) {
        counter(constant).increment();
    }

    /** All constants, also those that never came. */
    Map<E, Long> counts() {
        Map<E, Long> counts = new EnumMap<>(type);
        for (E constant : type.getEnumConstants()) {
            counts.put(constant, counter(constant).sum());
        }
        return counts;
    }

    private LongAdder counter(E constant) {
        return counters.computeIfAbsent(constant, first -> new LongAdder());
    }
}
