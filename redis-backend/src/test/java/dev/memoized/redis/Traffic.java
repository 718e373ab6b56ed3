package dev.memoized.redis;

import dev.memoized.BackendException;
import dev.memoized.spi.Entry;
import dev.memoized.spi.Lease;
import dev.memoized.spi.LeaseAnswer;
import dev.memoized.spi.Store;
import dev.memoized.spi.TimeSource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One caller's operations on keys that it shares with others, by chance; each value that comes back is looked at. */
final class Traffic {
    private static final int KEYS = 200;
    private static final int AT_ONCE = 5;
    private static final Duration LIFE = Duration.ofMinutes(5);
    private static final Duration LEASE = Duration.ofMillis(500);

    private final Store<byte[]> store;
    private final TimeSource time;
    private final Findings findings;
    private final Random random;
    private @Nullable Lease granted;

    Traffic(Store<byte[]> store, TimeSource time, Findings findings, long seed) {
        this.store = store;
        this.time = time;
        this.findings = findings;
        this.random = new Random(seed);
    }

    void run(int calls) {
        for (int i = 0; i < calls; i++) {
            findings.called();
            try {
                call();
            } catch (BackendException told) {
                findings.failed();
            } catch (RuntimeException | Error otherwise) {
                findings.odd(otherwise);
            }
        }
    }

    /** One operation of the store; the result of a granted lease is the next. */
    private void call() {
        Lease lease = granted;
        granted = null;
        if (lease != null) {
            end(lease);
            return;
        }
        int chance = random.nextInt(100);
        if (chance < 45) {
            read(key());
        } else if (chance < 55) {
            readAll();
        } else if (chance < 70) {
            put(key());
        } else if (chance < 80) {
            increment();
        } else if (chance < 92) {
            lease(key());
        } else {
            store.invalidate(key());
        }
    }

    private String key() {
        int number = random.nextInt(KEYS + Stamp.COUNTERS);
        return number < KEYS ? "key" + number : Stamp.counter(number - KEYS);
    }

    private void check(String key, @Nullable Entry<byte[]> entry) {
        if (entry != null) {
            byte[] value = entry.value();
            findings.found(value == null ? Stamp.Verdict.DAMAGED : Stamp.of(key, value));
        }
    }

    private void read(String key) {
        check(key, store.read(key, time.nanos()));
    }

    private void readAll() {
        List<String> keys = new ArrayList<>();
        for (int i = 0; i < AT_ONCE; i++) {
            keys.add(key());
        }
        store.readAll(keys, time.nanos()).forEach((key, entry) -> check((String) key, entry));
    }

    private Entry<byte[]> entry(String key) {
        return Entry.of(Stamp.value(key, random), time.nanos(), Set.of());
    }

    private void put(String key) {
        store.put(key, entry(key), LIFE);
    }

    /** By what leaves the remainder alone. */
    private void increment() {
        String counter = Stamp.counter(random.nextInt(Stamp.COUNTERS));
        OptionalLong sum = store.increment(counter, Stamp.COUNTERS * (long) (1 + random.nextInt(9)));
        if (sum.isPresent()) {
            findings.found(Stamp.ofNumber(counter, sum.getAsLong()));
        }
    }

    private void lease(String key) {
        LeaseAnswer<byte[]> answer = store.lease(key, LEASE, random.nextBoolean());
        if (answer instanceof LeaseAnswer.Granted<byte[]> yes) {
            granted = yes.lease();
            check(key, yes.entry());
        } else if (answer instanceof LeaseAnswer.Busy<byte[]> no) {
            check(key, no.entry());
        }
    }

    private void end(Lease lease) {
        if (random.nextInt(10) == 0) {
            store.release(lease);
        } else {
            store.publish(lease, entry((String) lease.key()), LIFE);
        }
    }
}
