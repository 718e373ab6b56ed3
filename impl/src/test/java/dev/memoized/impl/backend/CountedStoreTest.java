package dev.memoized.impl.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.memoized.BackendException;
import dev.memoized.Counters;
import dev.memoized.spi.Entry;
import dev.memoized.spi.InvalidationMode;
import dev.memoized.spi.Lease;
import dev.memoized.spi.LeaseAnswer;
import dev.memoized.spi.Mark;
import dev.memoized.testing.Callers;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CountedStoreTest {
    private static final Entry<Object> ENTRY = GuardedRig.entry(1);

    private final GuardedRig rig = new GuardedRig();
    private final CountedStore<Object> store =
            new CountedStore<>(rig.remote.open(GuardedRig.namespace("books")), "books");

    @AfterEach
    void close() {
        rig.close();
    }

    private Lease lease() {
        return ((LeaseAnswer.Granted<Object>) store.lease("k", GuardedRig.LIFE, false)).lease();
    }

    @Test
    void readings_areHitsOrMisses() {
        store.put("a", ENTRY, GuardedRig.LIFE);
        store.read("a", rig.clock.nanos());
        store.read("b", rig.clock.nanos());
        store.readAll(List.of("a", "b", "c"), rig.clock.nanos());
        Counters counters = store.counters();
        assertThat(counters).isEqualTo(new Counters("books", 2, 3, 1, 0, 0, 0));
        assertThat(counters.reads()).isEqualTo(5);
        assertThat(counters.hitRatio()).isEqualTo(0.4);
    }

    @Test
    void ratioOfNothing_isZero() {
        assertThat(store.counters()).isEqualTo(new Counters("books", 0, 0, 0, 0, 0, 0));
        assertThat(store.counters().hitRatio()).isEqualTo(0.0);
    }

    @Test
    void writes_areTakenOrRefused() {
        Lease one = lease();
        Lease other = lease();
        store.publish(one, ENTRY, GuardedRig.LIFE);
        store.publish(other, ENTRY, GuardedRig.LIFE);
        Lease claim = Objects.requireNonNull(store.claim("k", GuardedRig.LIFE));
        store.replace(claim, ENTRY, GuardedRig.LIFE, null);
        store.replace(claim, ENTRY, GuardedRig.LIFE, null);
        store.add("k", ENTRY, GuardedRig.LIFE);
        store.add("n", ENTRY, GuardedRig.LIFE);
        store.increment("n", 1);
        store.increment("none", 1);
        store.putAll(Map.of("a", ENTRY, "b", ENTRY), GuardedRig.LIFE);
        assertThat(store.counters()).isEqualTo(new Counters("books", 0, 0, 6, 3, 0, 0));
        rig.local.close();
        store.putAll(Map.of("a", ENTRY, "b", ENTRY), GuardedRig.LIFE);
        store.put("a", ENTRY, GuardedRig.LIFE);
        assertThat(store.counters()).isEqualTo(new Counters("books", 0, 0, 6, 3 + 3, 0, 0));
    }

    @Test
    void removals_areWhatIsToBeInvalidated() {
        store.invalidate("a");
        store.invalidateAll(List.of("a", "b"));
        store.invalidate(Mark.namespace("books"), InvalidationMode.SOFT);
        assertThat(store.counters()).isEqualTo(new Counters("books", 0, 0, 0, 0, 4, 0));
    }

    @Test
    void failures_areCountedAndThrown() {
        Lease lease = lease();
        rig.remote.fail();
        List<org.assertj.core.api.ThrowableAssert.ThrowingCallable> all = List.of(
                () -> store.read("k", 0),
                () -> store.readAll(List.of("k"), 0),
                () -> store.lease("k", GuardedRig.LIFE, true),
                () -> store.publish(lease, ENTRY, GuardedRig.LIFE),
                () -> store.claim("k", GuardedRig.LIFE),
                () -> store.replace(lease, ENTRY, GuardedRig.LIFE, null),
                () -> store.renew(lease, GuardedRig.LIFE),
                () -> store.release(lease),
                () -> store.awaitChange("k", GuardedRig.LIFE),
                () -> store.put("k", ENTRY, GuardedRig.LIFE),
                () -> store.putAll(Map.of("k", ENTRY), GuardedRig.LIFE),
                () -> store.add("k", ENTRY, GuardedRig.LIFE),
                () -> store.touch("k", GuardedRig.LIFE),
                () -> store.increment("k", 1),
                () -> store.invalidate("k"),
                () -> store.invalidateAll(List.of("k")),
                () -> store.invalidate(Mark.tag("t"), InvalidationMode.HARD),
                store::stats);
        all.forEach(each -> assertThatThrownBy(each).isInstanceOf(BackendException.class));
        assertThat(store.counters()).isEqualTo(new Counters("books", 0, 0, 0, 0, 3, all.size()));
    }

    @Test
    void reset_beginsAnew() {
        store.put("a", ENTRY, GuardedRig.LIFE);
        store.read("a", rig.clock.nanos());
        store.reset();
        store.read("a", rig.clock.nanos());
        assertThat(store.counters()).isEqualTo(new Counters("books", 1, 0, 0, 0, 0, 0));
    }

    @Test
    void manyThreads_eachIsCounted() {
        try (Callers<Boolean> herd = Callers.start(4, number -> {
            for (int round = 0; round < 1000; round++) {
                store.read("k", 0);
            }
            return true;
        })) {
            herd.values();
        }
        assertThat(store.counters().misses()).isEqualTo(4000);
    }
}
