package dev.memoized.redis;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.LongAdder;

/** What came of calls. Thread-safe. */
final class Findings {
    private static final int SHOWN = 20;

    private final AtomicLongArray verdicts = new AtomicLongArray(Stamp.Verdict.values().length);
    private final LongAdder calls = new LongAdder();
    private final LongAdder failed = new LongAdder();
    private final Queue<Throwable> odd = new ConcurrentLinkedQueue<>();

    void called() {
        calls.increment();
    }

    /** As the contract says that a call fails. */
    void failed() {
        failed.increment();
    }

    /** Otherwise. */
    void odd(Throwable failure) {
        odd.add(failure);
    }

    void found(Stamp.Verdict verdict) {
        verdicts.incrementAndGet(verdict.ordinal());
    }

    long calls() {
        return calls.sum();
    }

    long failures() {
        return failed.sum();
    }

    long values(Stamp.Verdict verdict) {
        return verdicts.get(verdict.ordinal());
    }

    /** Of those that failed otherwise the first, to be looked at. */
    List<Throwable> odd() {
        return odd.stream().limit(SHOWN).toList();
    }

    @Override
    public String toString() {
        Map<Stamp.Verdict, Long> values = new EnumMap<>(Stamp.Verdict.class);
        for (Stamp.Verdict each : Stamp.Verdict.values()) {
            values.put(each, values(each));
        }
        return calls() + " calls, " + failures() + " failed, " + odd.size() + " oddly; values " + values;
    }
}
