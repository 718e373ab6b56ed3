package dev.memoized.impl.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.memoized.CurrentComputation;
import dev.memoized.Refresh;
import dev.memoized.spi.InvalidationMode;
import dev.memoized.spi.Mark;
import dev.memoized.testing.Callers;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Computations that find right whatever is remembered, beside invalidations by key, tag and namespace: what an invalidation
 * has dropped comes back to nobody who calls after it. Kills "what the call had read is extended" and "an extended entry is
 * published without the old tags" and "who joined after an invalidation of a tag from inside gets what is older".
 */
@Timeout(60)
class ExtensionHistoryTest {
    private static final int ROUNDS = 2_000;

    private final Rig rig = Rig.create();
    private final AtomicLong origin = new AtomicLong();
    private final AtomicLong invalidated = new AtomicLong();
    private final AtomicLong extended = new AtomicLong();
    private final AtomicReference<Rigged> method = new AtomicReference<>();

    private Object compute(Object... arguments) {
        CurrentComputation current = method.get().current();
        if (current.remembered().isPresent()) {
            extended.incrementAndGet();
            current.notModified();
            return "nothing newer";
        }
        current.tag("t");
        return origin.get();
    }

    private long invalidate() throws Exception {
        long wrong = 0;
        for (int round = 0; round < ROUNDS; round++) {
            long dropped = origin.incrementAndGet();
            switch (round % 3) {
                case 0 -> method.get().invalidate("k");
                case 1 -> method.get().raise(Mark.tag("t"), InvalidationMode.HARD);
                default -> method.get().invalidateAll(InvalidationMode.HARD);
            }
            invalidated.set(dropped);
            wrong += callAgain() + callAgain();
        }
        return wrong;
    }

    /** How many calls got what was dropped before they began. */
    private long callAgainAndAgain() throws Exception {
        long wrong = 0;
        while (invalidated.get() < ROUNDS) {
            wrong += callAgain();
        }
        return wrong;
    }

    private long callAgain() throws Exception {
        long before = invalidated.get();
        rig.clock().advance(Duration.ofNanos(1));
        return (long) method.get().call("k") < before ? 1 : 0;
    }

    @Test
    void valuesAreExtendedAndInvalidated_whatWasDroppedDoesNotComeBack() {
        method.set(rig.plain(Terms.standard().refreshAfter(Duration.ZERO).refresh(Refresh.CALLER), this::compute));
        try (Callers<Long> callers = Callers.start(4, number -> number == 0 ? invalidate() : callAgainAndAgain())) {
            assertThat(callers.values()).containsOnly(0L);
        }
        assertThat(extended).hasPositiveValue();
    }
}
