package dev.memoized.testing;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** What is to be done to replies, by chance, and what was done. Thread-safe. */
final class Faults {
    private final Rendezvous rendezvous = new Rendezvous(Rendezvous.LIMIT);
    private final Map<Fault, Long> counts = new EnumMap<>(Fault.class);
    private final AtomicLong replies = new AtomicLong();
    private final Random random;
    private volatile Map<Fault, Double> shares = Map.of();
    private volatile Duration delay;

    Faults(long seed, Duration delay) {
        this.random = new Random(seed);
        this.delay = delay;
    }

    void set(Fault fault, double share) {
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException(share + " is not in [0, 1]");
        }
        rendezvous.change(() -> {
            Map<Fault, Double> changed = new EnumMap<>(Fault.class);
            changed.putAll(shares);
            changed.put(fault, share);
            if (changed.values().stream().mapToDouble(Double::doubleValue).sum() > 1 + 1e-9) {
                throw new IllegalArgumentException("more than 1 together: " + changed);
            }
            shares = changed;
        });
    }

    void delayBy(Duration changed) {
        if (changed.isNegative()) {
            throw new IllegalArgumentException(changed + " is negative");
        }
        delay = changed;
    }

    Duration delay() {
        return delay;
    }

    void clear() {
        rendezvous.change(() -> shares = Map.of());
    }

    /** The lot of the next reply. */
    @Nullable
    Fault next() {
        replies.incrementAndGet();
        double left = random.nextDouble();
        for (Map.Entry<Fault, Double> each : shares.entrySet()) {
            left -= each.getValue();
            if (left < 0) {
                return each.getKey();
            }
        }
        return null;
    }

    /** A place in so many bytes, or a change of one. */
    int below(int bound) {
        return random.nextInt(bound);
    }

    void done(Fault fault) {
        rendezvous.change(() -> counts.merge(fault, 1L, Long::sum));
    }

    long replies() {
        return replies.get();
    }

    long count(Fault... which) {
        return rendezvous.read(() -> sum(which.length == 0 ? Fault.values() : which));
    }

    private long sum(Fault... which) {
        long sum = 0;
        for (Fault fault : which) {
            sum += counts.getOrDefault(fault, 0L);
        }
        return sum;
    }

    void awaitCount(Fault fault, long count) {
        rendezvous.await(() -> sum(fault) >= count, () -> "waiting for " + count + " times " + fault + "; " + counts);
    }
}
