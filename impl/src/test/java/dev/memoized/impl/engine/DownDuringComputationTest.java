package dev.memoized.impl.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.memoized.impl.local.LocalBackend;
import dev.memoized.spi.Entry;
import dev.memoized.spi.FaultPoints.Place;
import dev.memoized.spi.InvalidationMode;
import dev.memoized.spi.Namespace;
import dev.memoized.spi.ObjectBackend;
import dev.memoized.spi.Store;
import dev.memoized.testing.Callers;
import dev.memoized.testing.FaultyBackend;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The backend, another process, fails while something is computed. */
@Timeout(60)
class DownDuringComputationTest {
    private final Rig seams = Rig.create();
    private final FaultyBackend remote = new FaultyBackend(new Shared(new LocalBackend(seams.clock())), seams.clock());
    private final AtomicInteger computations = new AtomicInteger();
    private final Rigged method =
            seams.with(remote).plain(Terms.standard(), arguments -> "value-" + computations.incrementAndGet());

    /** Memory that says it is for others too. */
    private record Shared(LocalBackend memory) implements ObjectBackend {
        @Override
        public Store<Object> open(Namespace namespace) {
            return memory.open(namespace);
        }

        @Override
        public Set<Capability> capabilities() {
            return Set.of(Capability.SHARED);
        }
    }

    @AfterEach
    void nothingIsLeft() {
        seams.gate().close();
        assertThat(method.flights()).isZero();
        assertThat(seams.clock().pending()).isZero();
    }

    @Test
    void C11_invalidated_whoCallsLaterComputes() throws Exception {
        assertComputedAnew(() -> method.invalidate("k"));
    }

    @Test
    void C11_allInvalidated_whoCallsLaterComputes() throws Exception {
        assertComputedAnew(() -> method.invalidateAll(InvalidationMode.HARD));
    }

    @Test
    void C11_allMadeStale_whoCallsLaterComputes() throws Exception {
        assertComputedAnew(() -> method.invalidateAll(InvalidationMode.SOFT));
    }

    @Test
    void C11_put_whoCallsLaterComputes() throws Exception {
        assertComputedAnew(() -> method.put(Entry.of("put", 0, Set.of()), Duration.ofMinutes(1), "k"));
    }

    @Test
    void C11_putWhenTheStoreWasDownFromTheStart_whoCallsLaterComputes() throws Exception {
        remote.fail();
        assertComputedAnew(() -> method.put(Entry.of("put", 0, Set.of()), Duration.ofMinutes(1), "k"));
    }

    @Test
    void C11_touchWithoutLifeWhenTheStoreWasDownFromTheStart_whoCallsLaterComputes() throws Exception {
        remote.fail();
        assertComputedAnew(() -> method.store().touch(method.key("k"), Duration.ZERO));
    }

    private void assertComputedAnew(Runnable invalidation) throws Exception {
        seams.gate().hold(Place.COMPUTED);
        try (Callers<Object> earlier = Callers.start("earlier", 1, number -> method.call("k"))) {
            seams.gate().awaitReached(Place.COMPUTED, 1);
            remote.fail();
            invalidation.run();
            try (Callers<Object> later = Callers.start("later", 1, number -> method.call("k"))) {
                seams.gate().awaitReached(Place.COMPUTED, 2);
                remote.work();
                seams.clock().advance(Duration.ofSeconds(1));
                seams.gate().open(Place.COMPUTED);
                assertThat(later.values()).containsExactly("value-2");
            }
            assertThat(earlier.values()).containsExactly("value-1");
        }
        assertThat((String) method.call("k")).as("not the earlier one's").isEqualTo("value-3");
    }
}
