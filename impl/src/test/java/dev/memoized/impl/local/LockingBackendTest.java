package dev.memoized.impl.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.memoized.BackendException;
import dev.memoized.spi.CacheBackend.Capability;
import dev.memoized.spi.Entry;
import dev.memoized.spi.InvalidationMode;
import dev.memoized.spi.Mark;
import dev.memoized.spi.Namespace;
import dev.memoized.spi.Store;
import dev.memoized.spi.StoreStats;
import dev.memoized.testing.Callers;
import dev.memoized.testing.ManualClock;
import java.time.Duration;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class LockingBackendTest {
    private static final Duration LIFE = Duration.ofMinutes(1);
    private static final Entry<Object> ENTRY = Entry.of(1, 0, Set.of());

    private final ManualClock clock = new ManualClock();
    private final MapBackend plain = new MapBackend();
    private final LockingBackend backend = new LockingBackend(plain, clock);
    private final Store<Object> store = backend.open(new Namespace("books", "", 10, Object::toString));

    @Test
    void plainStore_isNeverCalledByTwoThreads() {
        try (Callers<Boolean> callers = Callers.start(4, this::manyOperations)) {
            callers.values();
        }
        assertThat(plain.clashes).hasValue(0);
    }

    private boolean manyOperations(int number) {
        Random random = new Random(number);
        for (int round = 0; round < 500; round++) {
            Object key = random.nextInt(8);
            switch (random.nextInt(7)) {
                case 0 -> store.put(key, ENTRY, LIFE);
                case 1 -> store.invalidate(key);
                case 2 -> store.invalidate(Mark.namespace("books"), InvalidationMode.HARD);
                case 3 -> store.stats();
                case 4 -> store.increment(key, 1);
                case 5 -> store.add(key, ENTRY, LIFE);
                default -> store.read(key, clock.nanos());
            }
        }
        return true;
    }

    @Test
    void closedWhileItIsUsed_isNeverCalledByTwoThreads() {
        try (Callers<Boolean> callers = Callers.start(4, number -> {
            if (number == 0) {
                backend.close();
            }
            return manyOperations(number);
        })) {
            callers.values();
        }
        assertThat(plain.clashes).hasValue(0);
        assertThat(plain.closed).isTrue();
        assertThat(store.put("k", ENTRY, LIFE)).isFalse();
        assertThat(store.read("k", clock.nanos())).isNull();
        assertThat(store.stats()).isEqualTo(new StoreStats(0, -1, 0));
    }

    @Test
    void leasesAndMarks_areOfOneJvm() {
        assertThat(backend.capabilities()).containsExactly(Capability.BY_REFERENCE);
    }

    @Test
    void plainStoreFails_operationSaysSoAndTheNextOneWorks() {
        plain.broken = true;
        assertThatThrownBy(() -> store.put("k", ENTRY, LIFE))
                .isInstanceOf(BackendException.class)
                .hasMessageStartingWith("MEMO0337")
                .hasCauseInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> store.read("k", clock.nanos())).isInstanceOf(BackendException.class);
        assertThatThrownBy(() -> store.invalidate(Mark.namespace("books"), InvalidationMode.HARD))
                .isInstanceOf(BackendException.class);
        plain.broken = false;
        assertThat(store.put("k", ENTRY, LIFE)).isTrue();
        assertThat(store.read("k", clock.nanos())).isNotNull();
    }

    @Test
    void hardMarkOfTheNamespace_givesTheRoomBack() {
        store.put("k", ENTRY, LIFE);
        store.invalidate(Mark.namespace("books"), InvalidationMode.HARD);
        assertThat(store.stats()).isEqualTo(new StoreStats(0, -1, 0));
    }
}
