package dev.memoized.impl.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.sun.management.ThreadMXBean;
import dev.memoized.impl.key.CanonicalForm;
import dev.memoized.spi.Entry;
import dev.memoized.spi.InvalidationMode;
import dev.memoized.spi.Mark;
import dev.memoized.spi.Namespace;
import dev.memoized.spi.Store;
import dev.memoized.testing.ManualClock;
import java.lang.management.ManagementFactory;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What an invalidation by tag costs does not depend on how much is remembered. Kills "an invalidation looks at entries". */
@Timeout(120)
class InvalidationCostTest {
    private static final int FEW = 1_000;
    private static final int MANY = 1_000_000;
    private static final int ROUNDS = 1_000;

    private final ManualClock clock = new ManualClock();
    private final AtomicLong visits = new AtomicLong();

    /** A key that counts who looks at it. */
    private final class Counted {
        private final int number;

        Counted(int number) {
            this.number = number;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            visits.incrementAndGet();
            return other instanceof Counted that && number == that.number;
        }

        @Override
        public int hashCode() {
            visits.incrementAndGet();
            return number;
        }
    }

    private record Cost(long visited, long bytes) {}

    private Cost cost(int entries) {
        LocalBackend backend = new LocalBackend(clock);
        Store<Object> store = backend.open(new Namespace("cost", "", MANY, new CanonicalForm("cost", "")));
        for (int number = 0; number < entries; number++) {
            store.put(new Counted(number), Entry.of("value", clock.nanos(), Set.of("tag")), Store.FOREVER);
        }
        raise(store);
        ThreadMXBean thread = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long visitsBefore = visits.get();
        long bytesBefore = thread.getCurrentThreadAllocatedBytes();
        raise(store);
        long bytes = thread.getCurrentThreadAllocatedBytes() - bytesBefore;
        Cost cost = new Cost(visits.get() - visitsBefore, bytes / ROUNDS);
        assertThat(store.read(new Counted(1), clock.nanos())).isNull();
        return cost;
    }

    private static void raise(Store<Object> store) {
        for (int round = 0; round < ROUNDS; round++) {
            store.invalidate(Mark.tag("tag"), InvalidationMode.HARD);
        }
    }

    @Test
    void invalidationByTag_costsTheSameForAThousandEntriesAndAMillion() {
        cost(FEW);
        Cost few = cost(FEW);
        Cost many = cost(MANY);
        assertThat(many.visited()).isEqualTo(few.visited()).isZero();
        assertThat(many.bytes()).isCloseTo(few.bytes(), within(1_024L));
    }
}
