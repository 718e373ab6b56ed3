package dev.memoized.impl.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.memoized.BackendException;
import dev.memoized.CacheService;
import dev.memoized.impl.local.LocalBackend;
import dev.memoized.spi.CacheBackend;
import dev.memoized.spi.Namespace;
import dev.memoized.spi.ObjectBackend;
import dev.memoized.spi.Store;
import dev.memoized.testing.Callers;
import dev.memoized.testing.FaultyBackend;
import dev.memoized.testing.FaultyBackend.Operation;
import dev.memoized.testing.HandExecutor;
import dev.memoized.testing.ManualClock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a program's operations answer while the backend, another process, fails. */
class OutageTest {
    private final ManualClock clock = new ManualClock();
    private final FaultyBackend remote = new FaultyBackend(new Shared(new LocalBackend(clock)), clock);
    private final ServiceRig rig = new ServiceRig(clock, new HandExecutor(), Map.of("", remote));
    private final CacheService cache = rig.service();

    /** Memory that says it is for others too. */
    private record Shared(LocalBackend memory) implements ObjectBackend {
        @Override
        public Store<Object> open(Namespace namespace) {
            return memory.open(namespace);
        }

        @Override
        public Set<CacheBackend.Capability> capabilities() {
            return Set.of(Capability.SHARED);
        }
    }

    @BeforeEach
    void fail() {
        cache.set("kept", "old");
        cache.set("other", "old");
        remote.fail(Operation.values());
    }

    @AfterEach
    void close() {
        rig.close();
    }

    /** The backend works again, and is tried. */
    private void mend() {
        remote.work(Operation.values());
        clock.advance(Duration.ofSeconds(1));
        cache.get("nothing");
    }

    @Test
    void reads_findNothing() {
        assertThat(cache.get("kept")).isNull();
        assertThat(cache.find("kept")).isEmpty();
        assertThat(cache.hasKey("kept")).isFalse();
        assertThat(cache.getAll(List.of("kept"))).isEmpty();
        mend();
        assertThat(cache.get("kept")).isEqualTo("old");
    }

    @Test
    void getOrCompute_computes() throws Exception {
        assertThat(cache.getOrCompute("kept", () -> "computed")).isEqualTo("computed");
        assertThat(cache.getOrCompute("kept", () -> "again")).isEqualTo("again");
    }

    @Test
    void set_isFalse_andTheOldValueDoesNotComeBack() {
        assertThat(cache.set("kept", "new")).isFalse();
        assertThat(cache.touch("other", Duration.ofHours(1))).isFalse();
        mend();
        assertThat(cache.get("kept")).isNull();
        assertThat(cache.get("other")).isEqualTo("old");
    }

    @Test
    void delete_isFalse_andIsMadeBeforeAnythingIsRead() {
        assertThat(cache.delete("kept")).isFalse();
        mend();
        assertThat(cache.get("kept")).isNull();
        assertThat(cache.get("other")).isEqualTo("old");
    }

    @Test
    void clear_isMadeBeforeAnythingIsRead() {
        cache.clear();
        mend();
        assertThat(cache.get("kept")).isNull();
        assertThat(cache.get("other")).isNull();
    }

    @Test
    void whatMustBeKnown_isThrown() {
        assertThatThrownBy(() -> cache.add("new", "value")).isInstanceOf(BackendException.class);
        assertThatThrownBy(() -> cache.incr("number", 1)).isInstanceOf(BackendException.class);
        assertThatThrownBy(() -> cache.decr("number", 1, 5)).isInstanceOf(BackendException.class);
    }

    @Test
    void interruptedLeader_givesItsLeaseBack() throws Exception {
        remote.work(Operation.values());
        assertThatThrownBy(() -> cache.getOrCompute("new", () -> {
                    Thread.currentThread().interrupt();
                    throw new IllegalStateException("interrupted");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(cache.getOrCompute("new", () -> "next")).isEqualTo("next");
    }

    @Test
    void keys_areNotListed() {
        assertThat(cache.asMap()).isEmpty();
    }

    @Test
    void deletedDuringAComputation_isNotJoined() throws Exception {
        Object inside = cache.of(String.class).getOrCompute("kept", () -> {
            cache.delete("kept");
            return String.valueOf(
                    Callers.start(1, number -> cache.of(String.class).getOrCompute("kept", () -> "later"))
                            .values());
        });
        assertThat(inside).isEqualTo("[later]");
    }

    @Test
    void failures_areCounted() {
        cache.get("kept");
        cache.get("kept");
        assertThat(cache.counters().failures()).isEqualTo(2);
        cache.resetCounters();
        assertThat(cache.counters().failures()).isZero();
    }
}
