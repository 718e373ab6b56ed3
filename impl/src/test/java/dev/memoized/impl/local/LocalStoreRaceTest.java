package dev.memoized.impl.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.memoized.spi.Entry;
import dev.memoized.spi.InvalidationMode;
import dev.memoized.spi.Lease;
import dev.memoized.spi.LeaseAnswer;
import dev.memoized.spi.Mark;
import dev.memoized.spi.Namespace;
import dev.memoized.spi.TaggedKey;
import dev.memoized.testing.Callers;
import dev.memoized.testing.ManualClock;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** C-01 to C-03: a call that begins after an invalidation never gets a value computed from data older than that change. */
class LocalStoreRaceTest {
    private static final int ROUNDS = 5_000 * Integer.getInteger("memoized.rounds", 1);
    private static final TaggedKey KEY = new TaggedKey("key", Set.of("tag"));
    private static final Duration LIFE = Duration.ofSeconds(10);

    private final ManualClock clock = new ManualClock();
    private final LocalStore store =
            (LocalStore) new LocalBackend(clock, 3).open(new Namespace("books", "", 100, Object::toString));
    private final AtomicInteger data = new AtomicInteger();
    private final AtomicInteger invalidated = new AtomicInteger();

    /** How the change is made known. */
    enum Way {
        KEY,
        TAG,
        TAGS_THAT_PUSH_OUT_OTHERS,
        NAMESPACE
    }

    @ParameterizedTest
    @EnumSource
    void callAfterAnInvalidation_getsNothingOlder(Way way) {
        try (Callers<Integer> callers = Callers.start(4, number -> number == 0 ? change(way) : call())) {
            assertThat(callers.values()).endsWith(0, 0, 0);
        }
        assertThat(store.leased()).isZero();
    }

    private int change(Way way) {
        for (int round = 0; round < ROUNDS; round++) {
            int change = data.incrementAndGet();
            switch (way) {
                case KEY -> store.invalidate(KEY);
                case TAG -> store.invalidate(Mark.tag("tag"), InvalidationMode.HARD);
                case NAMESPACE -> store.invalidate(Mark.namespace("books"), InvalidationMode.HARD);
                case TAGS_THAT_PUSH_OUT_OTHERS -> {
                    store.invalidate(Mark.tag("tag"), InvalidationMode.HARD);
                    store.invalidate(Mark.tag("other-" + round % 5), InvalidationMode.SOFT);
                }
            }
            invalidated.set(change);
        }
        return invalidated.get();
    }

    /** How many calls got something too old. */
    private int call() {
        int tooOld = 0;
        for (int round = 0; round < ROUNDS; round++) {
            int begun = invalidated.get();
            Entry<Object> entry = store.read(KEY, clock.nanos());
            int value = entry == null ? computed() : (Integer) entry.value();
            tooOld += value < begun ? 1 : 0;
        }
        return tooOld;
    }

    private int computed() {
        LeaseAnswer<Object> answer = store.lease(KEY, LIFE, true);
        if (answer.entry() != null) {
            releaseIfGranted(answer);
            return (Integer) answer.entry().value();
        }
        int value = data.get();
        if (answer instanceof LeaseAnswer.Granted<Object> granted) {
            Lease lease = granted.lease();
            Entry<Object> entry = Entry.of(value, clock.nanos(), KEY.tags());
            store.publish(lease, entry.asOf(lease.asOf()), LIFE);
        }
        return value;
    }

    private void releaseIfGranted(LeaseAnswer<Object> answer) {
        if (answer instanceof LeaseAnswer.Granted<Object> granted) {
            store.release(granted.lease());
        }
    }
}
